using System.Buffers.Binary;
using System.Numerics;

namespace NasBench.Data;

/// <summary>
/// The frame that TFRecord puts around the data of a record. All numbers are little-endian.
/// <code>
/// bytes        content
/// 8            length of the data
/// 4            masked CRC-32C of those 8 bytes
/// length       data
/// 4            masked CRC-32C of the data
/// </code>
/// A masked checksum is the checksum rotated right by 15 bits plus a constant, so that a checksum of data that hold checksums stays
/// useful. Thread-safe; no allocation.
/// </summary>
public static class TfRecordFraming
{
    /// <summary>Bytes before the data.</summary>
    public const int HeaderSize = 12;

    /// <summary>Bytes behind the data.</summary>
    public const int FooterSize = 4;

    /// <summary>The longest data that this library reads or writes, in bytes: 1 GiB, far beyond the few hundred bytes of a record of the data set.</summary>
    public const int MaxDataLength = 1 << 30;

    private const uint MaskDelta = 0xa282ead8;

    /// <summary>The checksum as a frame stores it.</summary>
    /// <param name="crc">A CRC-32C.</param>
    public static uint Mask(uint crc) => BitOperations.RotateRight(crc, 15) + MaskDelta;

    /// <summary>The checksum that a frame stores as <paramref name="masked"/>.</summary>
    /// <param name="masked">A masked CRC-32C.</param>
    public static uint Unmask(uint masked) => BitOperations.RotateLeft(masked - MaskDelta, 15);

    /// <summary>The masked CRC-32C of some bytes.</summary>
    /// <param name="data">Any bytes.</param>
    public static uint ComputeMaskedCrc(ReadOnlySpan<byte> data) => Mask(Crc32C.Compute(data));

    /// <summary>Reads the opening of a record. The length is not compared with the bytes that follow.</summary>
    /// <param name="header">At least <see cref="HeaderSize"/> bytes.</param>
    /// <param name="length">Length of the data in bytes; 0 unless the answer is <see cref="FaultKind.None"/>.</param>
    /// <returns><see cref="FaultKind.None"/>, <see cref="FaultKind.TruncatedHeader"/>, <see cref="FaultKind.BadLengthCrc"/> or
    /// <see cref="FaultKind.LengthTooLarge"/>.</returns>
    public static FaultKind ReadHeader(ReadOnlySpan<byte> header, out int length)
    {
        length = 0;
        if (header.Length < HeaderSize)
        {
            return FaultKind.TruncatedHeader;
        }

        ulong stored = BinaryPrimitives.ReadUInt64LittleEndian(header);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) != Mask(Crc32C.Compute(stored)))
        {
            return FaultKind.BadLengthCrc;
        }

        if (stored > MaxDataLength)
        {
            return FaultKind.LengthTooLarge;
        }

        length = (int)stored;
        return FaultKind.None;
    }

    /// <summary>Writes the opening of a record.</summary>
    /// <param name="header">At least <see cref="HeaderSize"/> bytes; the first <see cref="HeaderSize"/> are written.</param>
    /// <param name="length">Length of the data, 0 to <see cref="MaxDataLength"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length or the span does not fit.</exception>
    public static void WriteHeader(Span<byte> header, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxDataLength);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Mask(Crc32C.Compute((ulong)length)));
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)length);
    }
}
