using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench;

/// <summary>The two edit distances, computed with the widest vectors of the machine.</summary>
internal static unsafe class EditDistances
{
    public static int OfPair(AlignedCell a, AlignedCell b, bool dummiesAreFree)
    {
        if (Bytes512.IsSupported)
        {
            return LanePair<Bytes512, Vector512<byte>>.Distance(a, b, dummiesAreFree);
        }

        if (Bytes256.IsSupported)
        {
            return LanePair<Bytes256, Vector256<byte>>.Distance(a, b, dummiesAreFree);
        }

        return Bytes128.IsSupported
            ? LanePair<Bytes128, Vector128<byte>>.Distance(a, b, dummiesAreFree)
            : new ScalarAssignments(a, dummiesAreFree).DistanceTo(b);
    }

    /// <summary>The difference of the numbers of edges: no distance is less.</summary>
    public static int LowerBound(AlignedCell a, AlignedCell b) => Math.Abs(a.Edges - b.Edges);

    public static void ToMany(AlignedCell origin, ReadOnlySpan<Cell> targets, Span<byte> distances, bool dummiesAreFree)
    {
        if (Bytes512.IsSupported)
        {
            ToMany<Bytes512, Vector512<byte>>(origin, targets, distances, dummiesAreFree);
        }
        else if (Bytes256.IsSupported)
        {
            ToMany<Bytes256, Vector256<byte>>(origin, targets, distances, dummiesAreFree);
        }
        else if (Bytes128.IsSupported)
        {
            ToMany<Bytes128, Vector128<byte>>(origin, targets, distances, dummiesAreFree);
        }
        else
        {
            ToManyScalar(origin, targets, distances, dummiesAreFree);
        }
    }

    [SkipLocalsInit]
    private static void ToMany<TLanes, TVector>(AlignedCell origin, ReadOnlySpan<Cell> targets, Span<byte> distances, bool dummiesAreFree)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : unmanaged
    {
        byte* memory = stackalloc byte[sizeof(AssignmentCosts) + CacheLine.Size];
        var lanes = new LaneAssignments<TLanes, TVector>((AssignmentCosts*)CacheLine.Align(memory), origin, dummiesAreFree);
        for (int i = 0; i < targets.Length; i++)
        {
            distances[i] = AlignedCell.TryCreate(targets[i], out AlignedCell target) ? lanes.DistanceTo(target) : Distances.None;
        }
    }

    private static void ToManyScalar(AlignedCell origin, ReadOnlySpan<Cell> targets, Span<byte> distances, bool dummiesAreFree)
    {
        var assignments = new ScalarAssignments(origin, dummiesAreFree);
        for (int i = 0; i < targets.Length; i++)
        {
            distances[i] = AlignedCell.TryCreate(targets[i], out AlignedCell target) ? (byte)assignments.DistanceTo(target) : Distances.None;
        }
    }
}
