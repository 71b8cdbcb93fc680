using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>The part of one cell's runs at one number of epochs in a compact file that queries do not touch: 54 bytes, three entries of 18.</summary>
/// <remarks>
/// <code>
/// | byte    | what                                                                       |
/// |---------|----------------------------------------------------------------------------|
/// | 0 - 9   | evaluation before training (<see cref="PackedMetrics"/>)                     |
/// | 10 - 17 | float64 total time in seconds, NaN = absent                                  |
/// </code>
/// All zeros where the record is in the escapes, or where there is no such repeat.
/// </remarks>
internal static class DetailEntry
{
    public const int Size = PackedMetrics.Size + sizeof(double);
    public const int BlockSize = RunEntry.Capacity * Size;

    /// <summary>Fills an entry if the values fit exactly; else the entry is left in any state.</summary>
    public static bool TryWrite(in RecordedRun recorded, Span<byte> entry)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(entry[PackedMetrics.Size..], recorded.TotalTime);
        return PackedMetrics.TryWrite(RecordedRun.ToMetrics(recorded.Initial), entry);
    }

    /// <summary>Whether both times can have been measured, or are absent; also true of an entry of zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreTimesPossible(ref readonly byte entry) => PackedMetrics.IsTimePossible(in entry) && ValueRanges.IsTime(GetTotalTime(in entry));

    public static Metrics GetInitial(ref readonly byte entry) => PackedMetrics.Read(in entry);

    public static double GetTotalTime(ref readonly byte entry) =>
        Unsafe.ReadUnaligned<double>(ref Unsafe.Add(ref Unsafe.AsRef(in entry), PackedMetrics.Size));
}
