using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>The runs of one cell at one number of epochs in a compact file: 60 bytes, three slots of 20.</summary>
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
/// | 0xFFFC    | only in the third slot: the record is in the escapes, and so are one or more after it      |
/// </code>
/// </remarks>
internal static class RunSlot
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

    /// <summary>Fills a slot with the values of a run if they fit exactly; else the slot is left in any state.</summary>
    public static bool TryWrite(in Run run, Span<byte> slot) =>
        PackedMetrics.TryWrite(run.Halfway, slot)
        && PackedMetrics.TryWrite(run.Final, slot[PackedMetrics.Size..])
        && IsNumerator(BinaryPrimitives.ReadUInt16LittleEndian(slot[MarkerOffset..]));

    /// <summary>Fills a slot with a marker.</summary>
    public static void WriteMarker(ushort marker, Span<byte> slot)
    {
        slot[..Size].Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(slot[MarkerOffset..], marker);
    }

    /// <summary>What stands where the marker would: a numerator if the slot holds values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort MarkerOf(ref readonly byte slot) => Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref Unsafe.AsRef(in slot), MarkerOffset));

    /// <summary>Whether a slot with this marker holds values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNumerator(ushort marker) => marker is <= LargestNumerator or AbsentNumerator;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Metrics GetHalfway(ref readonly byte slot) => PackedMetrics.Read(in slot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Metrics GetFinal(ref readonly byte slot) => PackedMetrics.Read(in Unsafe.Add(ref Unsafe.AsRef(in slot), PackedMetrics.Size));
}
