using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>What queries do not touch of one cell's runs at one number of epochs in a compact file: 54 bytes, three slots of 18.</summary>
/// <remarks>
/// <code>
/// | byte    | what                                                                       |
/// |---------|----------------------------------------------------------------------------|
/// | 0 - 9   | evaluation before training (<see cref="PackedMetrics"/>)                     |
/// | 10 - 17 | float64 total time in seconds, NaN = absent                                  |
/// </code>
/// All zeros where the record is in the escapes, or where there is no such repeat.
/// </remarks>
internal static class DetailSlot
{
    public const int Size = PackedMetrics.Size + sizeof(double);
    public const int BlockSize = RunSlot.Capacity * Size;

    /// <summary>Fills a slot if the values fit exactly; else the slot is left in any state.</summary>
    public static bool TryWrite(in Training training, Span<byte> slot)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(slot[PackedMetrics.Size..], training.TotalTime);
        return PackedMetrics.TryWrite(Training.ToMetrics(training.Initial), slot);
    }

    public static Metrics GetInitial(ref readonly byte slot) => PackedMetrics.Read(in slot);

    public static double GetTotalTime(ref readonly byte slot) =>
        Unsafe.ReadUnaligned<double>(ref Unsafe.Add(ref Unsafe.AsRef(in slot), PackedMetrics.Size));
}
