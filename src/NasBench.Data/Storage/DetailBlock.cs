using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasBench.Data;

/// <summary>The part of one cell's runs at one number of epochs that queries do not touch: the evaluation before training and the total time.</summary>
/// <remarks>
/// <code>
/// | byte    | what                                                                                        |
/// |---------|---------------------------------------------------------------------------------------------|
/// | 0 - 1   | bit r: the record of repeat r is noncanonical and kept whole elsewhere                            |
/// | 2 - 19  | repeat 0: initial evaluation (<see cref="PackedMetrics"/>, ten bytes), total time (float64)  |
/// | 20 - 37 | repeat 1                                                                                    |
/// | 38 - 55 | repeat 2                                                                                    |
/// | 56 - 63 | nothing: a block is a cache line                                                             |
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct DetailBlock
{
    public const int Size = 64;

    private const int HeaderSize = 2;
    private const int EntrySize = PackedRun.DetailSize;

    private ushort _elsewhere;

    public readonly bool Holds(int repeat) => repeat < RunBlock.Capacity && ((_elsewhere >> repeat) & 1) == 0;

    /// <summary>Stores a repeat if it fits. If the answer is false, the caller keeps the record whole.</summary>
    public bool TrySet(int repeat, in Metrics initial, double totalTime)
    {
        if (repeat >= RunBlock.Capacity)
        {
            return false;
        }

        ref byte entry = ref EntryStart(repeat);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref entry, PackedMetrics.Size), totalTime);
        return PackedMetrics.TryWrite(initial, MemoryMarshal.CreateSpan(ref entry, PackedMetrics.Size));
    }

    /// <summary>Stores a repeat, below <see cref="RunBlock.Capacity"/>, that is packed already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int repeat, in PackedRun packed) => Unsafe.CopyBlockUnaligned(ref EntryStart(repeat), in packed.Details, EntrySize);

    /// <summary>Notes that the record of a repeat is kept elsewhere.</summary>
    public void MarkElsewhere(int repeat)
    {
        if (repeat < RunBlock.Capacity)
        {
            _elsewhere |= (ushort)(1 << repeat);
        }
    }

    public readonly Metrics GetInitial(int repeat) => PackedMetrics.Read(in EntryStart(repeat));

    public readonly double GetTotalTime(int repeat) =>
        Unsafe.ReadUnaligned<double>(ref Unsafe.Add(ref EntryStart(repeat), PackedMetrics.Size));

    private readonly ref byte EntryStart(int repeat)
    {
        Debug.Assert((uint)repeat < RunBlock.Capacity);
        ref byte block = ref Unsafe.As<ushort, byte>(ref Unsafe.AsRef(in _elsewhere));
        return ref Unsafe.Add(ref block, HeaderSize + (repeat * EntrySize));
    }
}
