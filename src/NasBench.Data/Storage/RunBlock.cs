using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasBench.Data;

/// <summary>The runs of one cell at one number of epochs: one cache line, all that a query reads after locating the cell.</summary>
/// <remarks>
/// <code>
/// | byte    | what                                                                                   |
/// |---------|----------------------------------------------------------------------------------------|
/// | 0 - 3   | bits 0-28: number of repeats; bit 29 + r: repeat r does not fit here, look elsewhere    |
/// | 4 - 23  | repeat 0: halfway, final (<see cref="PackedMetrics"/>, ten bytes each)                  |
/// | 24 - 43 | repeat 1                                                                               |
/// | 44 - 63 | repeat 2                                                                               |
/// </code>
/// Repeats after the third never fit here. A block of zeros is a cell without runs.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct RunBlock
{
    public const int Size = 64;
    public const int Capacity = 3;
    public const int MaxRepeats = (1 << RepeatBits) - 1;

    private const int RepeatBits = 29;
    private const int HeaderSize = 4;
    private const int RunSize = PackedRun.RunSize;

    private uint _header;

    public readonly int RepeatCount => (int)(_header & MaxRepeats);

    /// <summary>Whether the values of a repeat are in this block. The repeat must exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Holds(int repeat) => repeat < Capacity && (_header & ElsewhereBit(repeat)) == 0;

    /// <summary>Adds a repeat. The answer says whether its values are in the block; otherwise the caller keeps them.</summary>
    public bool Add(in Run run)
    {
        int repeat = RepeatCount;
        Debug.Assert(repeat < MaxRepeats);
        _header++;
        if (repeat >= Capacity)
        {
            return false;
        }

        Span<byte> packed = MemoryMarshal.CreateSpan(ref RunStart(repeat), RunSize);
        if (PackedMetrics.TryWrite(run.Halfway, packed) && PackedMetrics.TryWrite(run.Final, packed[PackedMetrics.Size..]))
        {
            return true;
        }

        _header |= ElsewhereBit(repeat);
        return false;
    }

    /// <summary>Adds a repeat that is packed already, if there is room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(in PackedRun packed)
    {
        int repeat = RepeatCount;
        if (repeat >= Capacity)
        {
            return false;
        }

        _header++;
        Unsafe.CopyBlockUnaligned(ref RunStart(repeat), in packed.Run, RunSize);
        return true;
    }

    /// <summary>Both evaluations of a repeat that the block <see cref="Holds"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Run GetRun(int repeat) => new(GetHalfway(repeat), GetFinal(repeat));

    /// <summary>The halfway evaluation of a repeat that the block <see cref="Holds"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Metrics GetHalfway(int repeat) => PackedMetrics.Read(in RunStart(repeat));

    /// <summary>The final evaluation of a repeat that the block <see cref="Holds"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Metrics GetFinal(int repeat) => PackedMetrics.Read(in Unsafe.Add(ref RunStart(repeat), PackedMetrics.Size));

    private static uint ElsewhereBit(int repeat) => 1u << (RepeatBits + repeat);

    /// <summary>The first byte of a repeat inside the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref byte RunStart(int repeat)
    {
        Debug.Assert((uint)repeat < Capacity);
        ref byte block = ref Unsafe.As<uint, byte>(ref Unsafe.AsRef(in _header));
        return ref Unsafe.Add(ref block, HeaderSize + (repeat * RunSize));
    }
}
