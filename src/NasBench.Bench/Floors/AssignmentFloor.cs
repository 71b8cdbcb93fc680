using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NasBench.Bench;

/// <summary>
/// The work of a naive one-to-many edit distance and nothing else: 120 packed assignments of a source, eight a vector; for each target exclusive or,
/// population count, add, minimum. Bits are counted by two look-ups of four bits each and a sum over bytes, since the runtime offers no vector instruction
/// for it. What it computes is no distance.
/// </summary>
public sealed class AssignmentFloor
{
    private const int Assignments = 120;

    private readonly ulong[] _source = [.. Enumerable.Range(1, Assignments).Select(i => (ulong)i * 0x9E3779B97F4A7C15 & ((1UL << 36) - 1))];

    /// <summary>Goes over all targets.</summary>
    public long Run(ReadOnlySpan<Cell> targets) => Avx512BW.IsSupported ? RunVectors(targets) : RunScalar(targets);

    private long RunVectors(ReadOnlySpan<Cell> targets)
    {
        Vector512<byte> counts = Vector512.Create(Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
        Vector512<byte> low = Vector512.Create((byte)15);
        Vector512<ulong> one = Vector512.Create(1UL);
        long sum = 0;
        foreach (Cell target in targets)
        {
            Vector512<ulong> other = Vector512.Create(target.Bits);
            Vector512<ulong> smallest = Vector512.Create(ulong.MaxValue);
            for (int i = 0; i < Assignments; i += Vector512<ulong>.Count)
            {
                Vector512<byte> differing = (Vector512.LoadUnsafe(ref _source[i]) ^ other).AsByte();
                Vector512<byte> nibbles = Avx512BW.Shuffle(counts, differing & low) + Avx512BW.Shuffle(counts, (differing.AsUInt16() >>> 4).AsByte() & low);
                Vector512<ulong> cost = Avx512BW.SumAbsoluteDifferences(nibbles, Vector512<byte>.Zero).AsUInt64() + one;
                smallest = Vector512.Min(smallest, cost);
            }

            Vector256<ulong> half = Vector256.Min(smallest.GetLower(), smallest.GetUpper());
            Vector128<ulong> quarter = Vector128.Min(half.GetLower(), half.GetUpper());
            sum += (long)Math.Min(quarter.ToScalar(), quarter.GetElement(1));
        }

        return sum;
    }

    private long RunScalar(ReadOnlySpan<Cell> targets)
    {
        long sum = 0;
        foreach (Cell target in targets)
        {
            int smallest = int.MaxValue;
            foreach (ulong assignment in _source)
            {
                smallest = Math.Min(smallest, BitOperations.PopCount(assignment ^ target.Bits) + 1);
            }

            sum += smallest;
        }

        return sum;
    }
}
