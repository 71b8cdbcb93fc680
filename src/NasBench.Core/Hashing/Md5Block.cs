using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasBench;

/// <summary>MD5 (RFC 1321) of short messages that are already laid out in 64-byte blocks: the scalar compression, unrolled.</summary>
internal static class Md5Block
{
    /// <summary>The size of a block in bytes.</summary>
    public const int Size = 64;

    /// <summary>The number of bytes that padding adds at least: a 1 bit and the length.</summary>
    private const int MinPadding = 9;

    /// <summary>The number of blocks of a padded message.</summary>
    public static int CountBlocks(int length) => (length + MinPadding + Size - 1) / Size;

    /// <summary>Pads a message in place.</summary>
    /// <param name="buffer">The message, with room for its padding.</param>
    /// <param name="length">The length of the message.</param>
    /// <returns>The padded message.</returns>
    public static Span<byte> Pad(Span<byte> buffer, int length)
    {
        Span<byte> padded = buffer[..(CountBlocks(length) * Size)];
        padded[length] = 0x80;
        padded[(length + 1)..].Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(padded[^sizeof(ulong)..], (ulong)length * 8);
        return padded;
    }

    /// <summary>The digest of a padded message.</summary>
    public static ModuleHash Hash(ReadOnlySpan<byte> padded)
    {
        Span<uint> state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476];
        for (; !padded.IsEmpty; padded = padded[Size..])
        {
            Compress(state, padded);
        }

        return ToHash(state[0], state[1], state[2], state[3]);
    }

    /// <summary>The digest of the four words that the algorithm ends with: they are little-endian, a hash reads its bytes from the most significant on.</summary>
    public static ModuleHash ToHash(uint a, uint b, uint c, uint d)
    {
        return new ModuleHash(
            ((ulong)BinaryPrimitives.ReverseEndianness(a) << 32) | BinaryPrimitives.ReverseEndianness(b),
            ((ulong)BinaryPrimitives.ReverseEndianness(c) << 32) | BinaryPrimitives.ReverseEndianness(d));
    }

    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        uint a = state[0], b = state[1], c = state[2], d = state[3];
        ref byte start = ref MemoryMarshal.GetReference(block[..Size]);

        a = b + BitOperations.RotateLeft(a + F(b, c, d) + Word(ref start, 0) + 0xD76AA478, 7);
        d = a + BitOperations.RotateLeft(d + F(a, b, c) + Word(ref start, 1) + 0xE8C7B756, 12);
        c = d + BitOperations.RotateLeft(c + F(d, a, b) + Word(ref start, 2) + 0x242070DB, 17);
        b = c + BitOperations.RotateLeft(b + F(c, d, a) + Word(ref start, 3) + 0xC1BDCEEE, 22);
        a = b + BitOperations.RotateLeft(a + F(b, c, d) + Word(ref start, 4) + 0xF57C0FAF, 7);
        d = a + BitOperations.RotateLeft(d + F(a, b, c) + Word(ref start, 5) + 0x4787C62A, 12);
        c = d + BitOperations.RotateLeft(c + F(d, a, b) + Word(ref start, 6) + 0xA8304613, 17);
        b = c + BitOperations.RotateLeft(b + F(c, d, a) + Word(ref start, 7) + 0xFD469501, 22);
        a = b + BitOperations.RotateLeft(a + F(b, c, d) + Word(ref start, 8) + 0x698098D8, 7);
        d = a + BitOperations.RotateLeft(d + F(a, b, c) + Word(ref start, 9) + 0x8B44F7AF, 12);
        c = d + BitOperations.RotateLeft(c + F(d, a, b) + Word(ref start, 10) + 0xFFFF5BB1, 17);
        b = c + BitOperations.RotateLeft(b + F(c, d, a) + Word(ref start, 11) + 0x895CD7BE, 22);
        a = b + BitOperations.RotateLeft(a + F(b, c, d) + Word(ref start, 12) + 0x6B901122, 7);
        d = a + BitOperations.RotateLeft(d + F(a, b, c) + Word(ref start, 13) + 0xFD987193, 12);
        c = d + BitOperations.RotateLeft(c + F(d, a, b) + Word(ref start, 14) + 0xA679438E, 17);
        b = c + BitOperations.RotateLeft(b + F(c, d, a) + Word(ref start, 15) + 0x49B40821, 22);

        a = b + BitOperations.RotateLeft(a + G(b, c, d) + Word(ref start, 1) + 0xF61E2562, 5);
        d = a + BitOperations.RotateLeft(d + G(a, b, c) + Word(ref start, 6) + 0xC040B340, 9);
        c = d + BitOperations.RotateLeft(c + G(d, a, b) + Word(ref start, 11) + 0x265E5A51, 14);
        b = c + BitOperations.RotateLeft(b + G(c, d, a) + Word(ref start, 0) + 0xE9B6C7AA, 20);
        a = b + BitOperations.RotateLeft(a + G(b, c, d) + Word(ref start, 5) + 0xD62F105D, 5);
        d = a + BitOperations.RotateLeft(d + G(a, b, c) + Word(ref start, 10) + 0x02441453, 9);
        c = d + BitOperations.RotateLeft(c + G(d, a, b) + Word(ref start, 15) + 0xD8A1E681, 14);
        b = c + BitOperations.RotateLeft(b + G(c, d, a) + Word(ref start, 4) + 0xE7D3FBC8, 20);
        a = b + BitOperations.RotateLeft(a + G(b, c, d) + Word(ref start, 9) + 0x21E1CDE6, 5);
        d = a + BitOperations.RotateLeft(d + G(a, b, c) + Word(ref start, 14) + 0xC33707D6, 9);
        c = d + BitOperations.RotateLeft(c + G(d, a, b) + Word(ref start, 3) + 0xF4D50D87, 14);
        b = c + BitOperations.RotateLeft(b + G(c, d, a) + Word(ref start, 8) + 0x455A14ED, 20);
        a = b + BitOperations.RotateLeft(a + G(b, c, d) + Word(ref start, 13) + 0xA9E3E905, 5);
        d = a + BitOperations.RotateLeft(d + G(a, b, c) + Word(ref start, 2) + 0xFCEFA3F8, 9);
        c = d + BitOperations.RotateLeft(c + G(d, a, b) + Word(ref start, 7) + 0x676F02D9, 14);
        b = c + BitOperations.RotateLeft(b + G(c, d, a) + Word(ref start, 12) + 0x8D2A4C8A, 20);

        a = b + BitOperations.RotateLeft(a + H(b, c, d) + Word(ref start, 5) + 0xFFFA3942, 4);
        d = a + BitOperations.RotateLeft(d + H(a, b, c) + Word(ref start, 8) + 0x8771F681, 11);
        c = d + BitOperations.RotateLeft(c + H(d, a, b) + Word(ref start, 11) + 0x6D9D6122, 16);
        b = c + BitOperations.RotateLeft(b + H(c, d, a) + Word(ref start, 14) + 0xFDE5380C, 23);
        a = b + BitOperations.RotateLeft(a + H(b, c, d) + Word(ref start, 1) + 0xA4BEEA44, 4);
        d = a + BitOperations.RotateLeft(d + H(a, b, c) + Word(ref start, 4) + 0x4BDECFA9, 11);
        c = d + BitOperations.RotateLeft(c + H(d, a, b) + Word(ref start, 7) + 0xF6BB4B60, 16);
        b = c + BitOperations.RotateLeft(b + H(c, d, a) + Word(ref start, 10) + 0xBEBFBC70, 23);
        a = b + BitOperations.RotateLeft(a + H(b, c, d) + Word(ref start, 13) + 0x289B7EC6, 4);
        d = a + BitOperations.RotateLeft(d + H(a, b, c) + Word(ref start, 0) + 0xEAA127FA, 11);
        c = d + BitOperations.RotateLeft(c + H(d, a, b) + Word(ref start, 3) + 0xD4EF3085, 16);
        b = c + BitOperations.RotateLeft(b + H(c, d, a) + Word(ref start, 6) + 0x04881D05, 23);
        a = b + BitOperations.RotateLeft(a + H(b, c, d) + Word(ref start, 9) + 0xD9D4D039, 4);
        d = a + BitOperations.RotateLeft(d + H(a, b, c) + Word(ref start, 12) + 0xE6DB99E5, 11);
        c = d + BitOperations.RotateLeft(c + H(d, a, b) + Word(ref start, 15) + 0x1FA27CF8, 16);
        b = c + BitOperations.RotateLeft(b + H(c, d, a) + Word(ref start, 2) + 0xC4AC5665, 23);

        a = b + BitOperations.RotateLeft(a + I(b, c, d) + Word(ref start, 0) + 0xF4292244, 6);
        d = a + BitOperations.RotateLeft(d + I(a, b, c) + Word(ref start, 7) + 0x432AFF97, 10);
        c = d + BitOperations.RotateLeft(c + I(d, a, b) + Word(ref start, 14) + 0xAB9423A7, 15);
        b = c + BitOperations.RotateLeft(b + I(c, d, a) + Word(ref start, 5) + 0xFC93A039, 21);
        a = b + BitOperations.RotateLeft(a + I(b, c, d) + Word(ref start, 12) + 0x655B59C3, 6);
        d = a + BitOperations.RotateLeft(d + I(a, b, c) + Word(ref start, 3) + 0x8F0CCC92, 10);
        c = d + BitOperations.RotateLeft(c + I(d, a, b) + Word(ref start, 10) + 0xFFEFF47D, 15);
        b = c + BitOperations.RotateLeft(b + I(c, d, a) + Word(ref start, 1) + 0x85845DD1, 21);
        a = b + BitOperations.RotateLeft(a + I(b, c, d) + Word(ref start, 8) + 0x6FA87E4F, 6);
        d = a + BitOperations.RotateLeft(d + I(a, b, c) + Word(ref start, 15) + 0xFE2CE6E0, 10);
        c = d + BitOperations.RotateLeft(c + I(d, a, b) + Word(ref start, 6) + 0xA3014314, 15);
        b = c + BitOperations.RotateLeft(b + I(c, d, a) + Word(ref start, 13) + 0x4E0811A1, 21);
        a = b + BitOperations.RotateLeft(a + I(b, c, d) + Word(ref start, 4) + 0xF7537E82, 6);
        d = a + BitOperations.RotateLeft(d + I(a, b, c) + Word(ref start, 11) + 0xBD3AF235, 10);
        c = d + BitOperations.RotateLeft(c + I(d, a, b) + Word(ref start, 2) + 0x2AD7D2BB, 15);
        b = c + BitOperations.RotateLeft(b + I(c, d, a) + Word(ref start, 9) + 0xEB86D391, 21);

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    private static uint F(uint x, uint y, uint z) => z ^ (x & (y ^ z));

    private static uint G(uint x, uint y, uint z) => y ^ (z & (x ^ y));

    private static uint H(uint x, uint y, uint z) => x ^ y ^ z;

    private static uint I(uint x, uint y, uint z) => y ^ (x | ~z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Word(ref byte start, int index)
    {
        uint word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, index * sizeof(uint)));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }
}
