using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NasBench;

/// <summary>MD5 (RFC 1321) of short messages that are already laid out in 64-byte blocks: the scalar compression, unrolled.</summary>
internal static class Md5Block
{
    /// <summary>The size of a block in bytes.</summary>
    public const int Size = 64;

    /// <summary>The fewest bytes that padding adds: a 1 bit and the length.</summary>
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

    /// <summary>
    /// The digest from the four words that the algorithm ends with: they are little-endian, while a hash has its most significant byte first.
    /// </summary>
    public static ModuleHash ToHash(uint a, uint b, uint c, uint d)
    {
        return new ModuleHash(
            ((ulong)BinaryPrimitives.ReverseEndianness(a) << 32) | BinaryPrimitives.ReverseEndianness(b),
            ((ulong)BinaryPrimitives.ReverseEndianness(c) << 32) | BinaryPrimitives.ReverseEndianness(d));
    }

    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(block[..Size]);
        if (BitConverter.IsLittleEndian)
        {
            Compress(state, words);
        }
        else
        {
            Span<uint> reversed = stackalloc uint[Size / sizeof(uint)];
            BinaryPrimitives.ReverseEndianness(words, reversed);
            Compress(state, reversed);
        }
    }

    /// <summary>
    /// All 64 steps. The functions of the rounds are written out, since the compiler stops inlining calls after some dozens of steps.
    /// In the second round the two halves share no bit, so they may be added: only one of them waits for the step before.
    /// </summary>
    private static void Compress(Span<uint> state, ReadOnlySpan<uint> words)
    {
        uint a = state[0], b = state[1], c = state[2], d = state[3];
        _ = words[(Size / sizeof(uint)) - 1];

        a = b + BitOperations.RotateLeft(a + words[0] + 0xD76AA478 + (d ^ (b & (c ^ d))), 7);
        d = a + BitOperations.RotateLeft(d + words[1] + 0xE8C7B756 + (c ^ (a & (b ^ c))), 12);
        c = d + BitOperations.RotateLeft(c + words[2] + 0x242070DB + (b ^ (d & (a ^ b))), 17);
        b = c + BitOperations.RotateLeft(b + words[3] + 0xC1BDCEEE + (a ^ (c & (d ^ a))), 22);
        a = b + BitOperations.RotateLeft(a + words[4] + 0xF57C0FAF + (d ^ (b & (c ^ d))), 7);
        d = a + BitOperations.RotateLeft(d + words[5] + 0x4787C62A + (c ^ (a & (b ^ c))), 12);
        c = d + BitOperations.RotateLeft(c + words[6] + 0xA8304613 + (b ^ (d & (a ^ b))), 17);
        b = c + BitOperations.RotateLeft(b + words[7] + 0xFD469501 + (a ^ (c & (d ^ a))), 22);
        a = b + BitOperations.RotateLeft(a + words[8] + 0x698098D8 + (d ^ (b & (c ^ d))), 7);
        d = a + BitOperations.RotateLeft(d + words[9] + 0x8B44F7AF + (c ^ (a & (b ^ c))), 12);
        c = d + BitOperations.RotateLeft(c + words[10] + 0xFFFF5BB1 + (b ^ (d & (a ^ b))), 17);
        b = c + BitOperations.RotateLeft(b + words[11] + 0x895CD7BE + (a ^ (c & (d ^ a))), 22);
        a = b + BitOperations.RotateLeft(a + words[12] + 0x6B901122 + (d ^ (b & (c ^ d))), 7);
        d = a + BitOperations.RotateLeft(d + words[13] + 0xFD987193 + (c ^ (a & (b ^ c))), 12);
        c = d + BitOperations.RotateLeft(c + words[14] + 0xA679438E + (b ^ (d & (a ^ b))), 17);
        b = c + BitOperations.RotateLeft(b + words[15] + 0x49B40821 + (a ^ (c & (d ^ a))), 22);

        a = b + BitOperations.RotateLeft(a + words[1] + 0xF61E2562 + (c & ~d) + (b & d), 5);
        d = a + BitOperations.RotateLeft(d + words[6] + 0xC040B340 + (b & ~c) + (a & c), 9);
        c = d + BitOperations.RotateLeft(c + words[11] + 0x265E5A51 + (a & ~b) + (d & b), 14);
        b = c + BitOperations.RotateLeft(b + words[0] + 0xE9B6C7AA + (d & ~a) + (c & a), 20);
        a = b + BitOperations.RotateLeft(a + words[5] + 0xD62F105D + (c & ~d) + (b & d), 5);
        d = a + BitOperations.RotateLeft(d + words[10] + 0x02441453 + (b & ~c) + (a & c), 9);
        c = d + BitOperations.RotateLeft(c + words[15] + 0xD8A1E681 + (a & ~b) + (d & b), 14);
        b = c + BitOperations.RotateLeft(b + words[4] + 0xE7D3FBC8 + (d & ~a) + (c & a), 20);
        a = b + BitOperations.RotateLeft(a + words[9] + 0x21E1CDE6 + (c & ~d) + (b & d), 5);
        d = a + BitOperations.RotateLeft(d + words[14] + 0xC33707D6 + (b & ~c) + (a & c), 9);
        c = d + BitOperations.RotateLeft(c + words[3] + 0xF4D50D87 + (a & ~b) + (d & b), 14);
        b = c + BitOperations.RotateLeft(b + words[8] + 0x455A14ED + (d & ~a) + (c & a), 20);
        a = b + BitOperations.RotateLeft(a + words[13] + 0xA9E3E905 + (c & ~d) + (b & d), 5);
        d = a + BitOperations.RotateLeft(d + words[2] + 0xFCEFA3F8 + (b & ~c) + (a & c), 9);
        c = d + BitOperations.RotateLeft(c + words[7] + 0x676F02D9 + (a & ~b) + (d & b), 14);
        b = c + BitOperations.RotateLeft(b + words[12] + 0x8D2A4C8A + (d & ~a) + (c & a), 20);

        a = b + BitOperations.RotateLeft(a + words[5] + 0xFFFA3942 + (b ^ c ^ d), 4);
        d = a + BitOperations.RotateLeft(d + words[8] + 0x8771F681 + (a ^ b ^ c), 11);
        c = d + BitOperations.RotateLeft(c + words[11] + 0x6D9D6122 + (d ^ a ^ b), 16);
        b = c + BitOperations.RotateLeft(b + words[14] + 0xFDE5380C + (c ^ d ^ a), 23);
        a = b + BitOperations.RotateLeft(a + words[1] + 0xA4BEEA44 + (b ^ c ^ d), 4);
        d = a + BitOperations.RotateLeft(d + words[4] + 0x4BDECFA9 + (a ^ b ^ c), 11);
        c = d + BitOperations.RotateLeft(c + words[7] + 0xF6BB4B60 + (d ^ a ^ b), 16);
        b = c + BitOperations.RotateLeft(b + words[10] + 0xBEBFBC70 + (c ^ d ^ a), 23);
        a = b + BitOperations.RotateLeft(a + words[13] + 0x289B7EC6 + (b ^ c ^ d), 4);
        d = a + BitOperations.RotateLeft(d + words[0] + 0xEAA127FA + (a ^ b ^ c), 11);
        c = d + BitOperations.RotateLeft(c + words[3] + 0xD4EF3085 + (d ^ a ^ b), 16);
        b = c + BitOperations.RotateLeft(b + words[6] + 0x04881D05 + (c ^ d ^ a), 23);
        a = b + BitOperations.RotateLeft(a + words[9] + 0xD9D4D039 + (b ^ c ^ d), 4);
        d = a + BitOperations.RotateLeft(d + words[12] + 0xE6DB99E5 + (a ^ b ^ c), 11);
        c = d + BitOperations.RotateLeft(c + words[15] + 0x1FA27CF8 + (d ^ a ^ b), 16);
        b = c + BitOperations.RotateLeft(b + words[2] + 0xC4AC5665 + (c ^ d ^ a), 23);

        a = b + BitOperations.RotateLeft(a + words[0] + 0xF4292244 + (c ^ (b | ~d)), 6);
        d = a + BitOperations.RotateLeft(d + words[7] + 0x432AFF97 + (b ^ (a | ~c)), 10);
        c = d + BitOperations.RotateLeft(c + words[14] + 0xAB9423A7 + (a ^ (d | ~b)), 15);
        b = c + BitOperations.RotateLeft(b + words[5] + 0xFC93A039 + (d ^ (c | ~a)), 21);
        a = b + BitOperations.RotateLeft(a + words[12] + 0x655B59C3 + (c ^ (b | ~d)), 6);
        d = a + BitOperations.RotateLeft(d + words[3] + 0x8F0CCC92 + (b ^ (a | ~c)), 10);
        c = d + BitOperations.RotateLeft(c + words[10] + 0xFFEFF47D + (a ^ (d | ~b)), 15);
        b = c + BitOperations.RotateLeft(b + words[1] + 0x85845DD1 + (d ^ (c | ~a)), 21);
        a = b + BitOperations.RotateLeft(a + words[8] + 0x6FA87E4F + (c ^ (b | ~d)), 6);
        d = a + BitOperations.RotateLeft(d + words[15] + 0xFE2CE6E0 + (b ^ (a | ~c)), 10);
        c = d + BitOperations.RotateLeft(c + words[6] + 0xA3014314 + (a ^ (d | ~b)), 15);
        b = c + BitOperations.RotateLeft(b + words[13] + 0x4E0811A1 + (d ^ (c | ~a)), 21);
        a = b + BitOperations.RotateLeft(a + words[4] + 0xF7537E82 + (c ^ (b | ~d)), 6);
        d = a + BitOperations.RotateLeft(d + words[11] + 0xBD3AF235 + (b ^ (a | ~c)), 10);
        c = d + BitOperations.RotateLeft(c + words[2] + 0x2AD7D2BB + (a ^ (d | ~b)), 15);
        b = c + BitOperations.RotateLeft(b + words[9] + 0xEB86D391 + (d ^ (c | ~a)), 21);

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }
}
