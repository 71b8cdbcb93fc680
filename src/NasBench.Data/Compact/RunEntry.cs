using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>The runs of one cell at one number of epochs in a compact file: 60 bytes, three entries of 20.</summary>
/// <remarks>
/// <code>
/// | byte    | what                                                                                       |
/// |---------|--------------------------------------------------------------------------------------------|
/// | 0 - 9   | halfway (<see cref="PackedMetrics"/>)                                                        |
/// | 10 - 19 | final                                                                                      |
/// </code>
/// An accuracy is at most 9984/9984, so the numerator of the halfway train accuracy (byte 4) has room to say more; all other bytes are zero then:
/// <code>
/// | numerator | what                                                                                     |
/// |-----------|------------------------------------------------------------------------------------------|
/// | 0xFFFE    | the record of this repeat is kept whole in the escapes                                     |
/// | 0xFFFD    | there is no such repeat, nor a later one                                                   |
/// | 0xFFFC    | only in the third entry: the record is in the escapes, and so are one or more after it      |
/// </code>
/// </remarks>
internal static class RunEntry
{
    public const int Capacity = 3;
    public const int Size = 2 * PackedMetrics.Size;
    public const int BlockSize = Capacity * Size;

    public const ushort Escaped = 0xFFFE;
    public const ushort Missing = 0xFFFD;
    public const ushort EscapedAndMore = 0xFFFC;

    private const int MarkerOffset = 4;
    private const ushort LargestNumerator = 0xFFF0;
    private const ushort AbsentNumerator = 0xFFFF;

    /// <summary>Fills an entry with the values of a run if they fit exactly; else the entry is left in any state.</summary>
    public static bool TryWrite(in Run run, Span<byte> entry) =>
        PackedMetrics.TryWrite(run.Halfway, entry)
        && PackedMetrics.TryWrite(run.Final, entry[PackedMetrics.Size..])
        && IsNumerator(BinaryPrimitives.ReadUInt16LittleEndian(entry[MarkerOffset..]));

    /// <summary>Fills an entry with a marker.</summary>
    public static void WriteMarker(ushort marker, Span<byte> entry)
    {
        entry[..Size].Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(entry[MarkerOffset..], marker);
    }

    /// <summary>What stands where the marker would: a numerator if the entry holds values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort MarkerOf(ref readonly byte entry) => Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref Unsafe.AsRef(in entry), MarkerOffset));

    /// <summary>Whether an entry with this marker holds values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNumerator(ushort marker) => marker is <= LargestNumerator or AbsentNumerator;

    /// <summary>Whether both times can have been measured, or are absent; also true of an entry with a marker and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreTimesPossible(ref readonly byte entry) =>
        PackedMetrics.IsTimePossible(in entry) && PackedMetrics.IsTimePossible(in Unsafe.Add(ref Unsafe.AsRef(in entry), PackedMetrics.Size));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Metrics GetHalfway(ref readonly byte entry) => PackedMetrics.Read(in entry);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Metrics GetFinal(ref readonly byte entry) => PackedMetrics.Read(in Unsafe.Add(ref Unsafe.AsRef(in entry), PackedMetrics.Size));
}
