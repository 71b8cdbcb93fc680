namespace NasBench.Data.Tests.TfRecords;

/// <summary>CRC-32C bit by bit, straight from RFC 3720.</summary>
internal static class ReferenceCrc
{
    internal static uint Compute(ReadOnlySpan<byte> data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return crc ^ 0xFFFFFFFF;
    }

    internal static uint Mask(uint crc) => ((crc >> 15) | (crc << 17)) + 0xa282ead8;
}
