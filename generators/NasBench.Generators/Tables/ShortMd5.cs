namespace NasBench.Generators;

/// <summary>
/// MD5 (RFC 1321) of a message that fits one block. The platform's own is refused on machines in FIPS mode, and a compiler must not fail there.
/// </summary>
internal static class ShortMd5
{
    private const int BlockBytes = 64;

    /// <summary>A message and its padding: at least one byte 0x80 and eight bytes of length.</summary>
    public const int MaxMessageBytes = BlockBytes - 9;

    private static readonly int[] Rotations = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

    public static byte[] Hash(byte[] message)
    {
        uint[] words = Pad(message);
        uint a = 0x67452301, b = 0xefcdab89, c = 0x98badcfe, d = 0x10325476;
        (uint startA, uint startB, uint startC, uint startD) = (a, b, c, d);
        for (int step = 0; step < 64; step++)
        {
            (uint mix, int word) = (step / 16) switch
            {
                0 => ((b & c) | (~b & d), step),
                1 => ((d & b) | (~d & c), ((5 * step) + 1) % 16),
                2 => (b ^ c ^ d, ((3 * step) + 5) % 16),
                _ => (c ^ (b | ~d), 7 * step % 16),
            };
            uint sum = unchecked(a + mix + words[word] + Constant(step));
            int rotation = Rotations[(step / 16 * 4) + (step % 4)];
            (a, d, c, b) = (d, c, b, unchecked(b + ((sum << rotation) | (sum >> (32 - rotation)))));
        }

        return [.. Bytes(startA, a), .. Bytes(startB, b), .. Bytes(startC, c), .. Bytes(startD, d)];
    }

    private static uint[] Pad(byte[] message)
    {
        if (message.Length > MaxMessageBytes)
        {
            throw new ArgumentException("A message of more than one block.", nameof(message));
        }

        uint[] words = new uint[16];
        for (int i = 0; i < message.Length; i++)
        {
            words[i / 4] |= (uint)message[i] << (i % 4 * 8);
        }

        words[message.Length / 4] |= 0x80u << (message.Length % 4 * 8);
        words[14] = (uint)message.Length * 8;
        return words;
    }

    /// <summary>RFC 1321: the integer part of 2^32 times the absolute sine of the step's number, from 1.</summary>
    private static uint Constant(int step) => (uint)(long)Math.Floor(Math.Abs(Math.Sin(step + 1)) * 4294967296.0);

    private static byte[] Bytes(uint start, uint change)
    {
        uint word = unchecked(start + change);
        return [(byte)word, (byte)(word >> 8), (byte)(word >> 16), (byte)(word >> 24)];
    }
}
