using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using X86 = System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>
/// Decodes the base64 text of a record's metrics: lines of 76, 76 and 56 characters, each followed by the two characters <c>\n</c>. Sixteen characters
/// at a time, by the method of Muła and Lemire ("Faster Base64 Encoding and Decoding Using AVX2 Instructions", 2018) at 128 bits, which every platform has. A
/// line's last sixteen characters overlap those before, which writes some bytes twice, with the same value.
/// </summary>
internal static class CanonicalBase64
{
    /// <summary>Room that decoding needs: 156 bytes and what the last vector writes beyond.</summary>
    internal const int BufferSize = MessageLength + 4;

    // Of 208 characters, padding included.
    private const int MessageLength = 156;

    internal const uint LineFeed = '\\' | ('n' << 8);

    // A character is wrong if the entries for its two nibbles share a bit.
    private static Vector128<byte> WrongByLowNibble => Vector128.Create((byte)
        0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1A, 0x1B, 0x1B, 0x1B, 0x1A);

    private static Vector128<byte> WrongByHighNibble => Vector128.Create((byte)
        0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10);

    // What to add to a character, by its high nibble; '/' takes the entry before.
    private static Vector128<byte> Offsets => Vector128.Create(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0).AsByte();

    /// <summary>Decodes the text.</summary>
    /// <param name="text"><see cref="CanonicalMetrics.TextLength"/> bytes.</param>
    /// <param name="message">At least <see cref="BufferSize"/> bytes, of which 156 less the padding are defined.</param>
    /// <returns>The number of padding characters, 1 or 2, or something else where the text is not laid out like this.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Decode(ref byte text, Span<byte> message)
    {
        Debug.Assert(message.Length >= BufferSize, "room for 160 bytes");
        ref byte target = ref MemoryMarshal.GetReference(message);
        uint differences = (Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 76)) ^ LineFeed)
            | (Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 154)) ^ LineFeed)
            | (Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 212)) ^ LineFeed);

        Vector128<byte> wrong = DecodeLine(ref text, ref target)
            | DecodeLine(ref Unsafe.Add(ref text, 78), ref Unsafe.Add(ref target, 57));

        ref byte last = ref Unsafe.Add(ref text, 156);
        ref byte lastTarget = ref Unsafe.Add(ref target, 114);
        wrong |= Decode16(Vector128.LoadUnsafe(ref last), ref lastTarget)
            | Decode16(Vector128.LoadUnsafe(ref last, 16), ref Unsafe.Add(ref lastTarget, 12))
            | Decode16(Vector128.LoadUnsafe(ref last, 32), ref Unsafe.Add(ref lastTarget, 24));

        // The padding, read as the digit 0.
        Vector128<byte> end = Vector128.LoadUnsafe(ref last, 40);
        uint padded = Vector128.Equals(end, Vector128.Create((byte)'=')).ExtractMostSignificantBits();
        int padding = padded switch { 0 => 0, 0x8000 => 1, 0xC000 => 2, _ => -1 };
        end = Vector128.ConditionalSelect(Vector128.Equals(end, Vector128.Create((byte)'=')), Vector128.Create((byte)'A'), end);
        wrong |= Decode16(end, ref Unsafe.Add(ref lastTarget, 30));

        // The bits of the last digit that belong to no byte are zero, as the general decoder wants them.
        uint unused = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref target, MessageLength - 2)) & (padding == 2 ? 0xFFFFu : 0xFF00u);
        return (differences | unused) == 0 && wrong == Vector128<byte>.Zero ? padding : -1;
    }

    /// <summary>76 characters to 57 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> DecodeLine(ref byte text, ref byte target) =>
        Decode16(Vector128.LoadUnsafe(ref text), ref target)
        | Decode16(Vector128.LoadUnsafe(ref text, 16), ref Unsafe.Add(ref target, 12))
        | Decode16(Vector128.LoadUnsafe(ref text, 32), ref Unsafe.Add(ref target, 24))
        | Decode16(Vector128.LoadUnsafe(ref text, 48), ref Unsafe.Add(ref target, 36))
        | Decode16(Vector128.LoadUnsafe(ref text, 60), ref Unsafe.Add(ref target, 45));

    /// <summary>Sixteen characters to twelve bytes; sixteen are written.</summary>
    /// <returns>Not zero where a character is not of the alphabet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Decode16(Vector128<byte> characters, ref byte target)
    {
        Vector128<byte> nibble = Vector128.Create((byte)0x0F);
        Vector128<byte> high = (characters.AsUInt32() >> 4).AsByte() & nibble;
        Vector128<byte> wrong = Vector128.ShuffleNative(WrongByLowNibble, characters & nibble) & Vector128.ShuffleNative(WrongByHighNibble, high);
        Vector128<byte> slash = Vector128.Equals(characters, Vector128.Create((byte)'/'));
        Vector128<byte> sextets = characters + Vector128.ShuffleNative(Offsets, high + slash);
        Vector128.Shuffle(Pack(sextets), Vector128.Create((byte)2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 255, 255, 255, 255)).StoreUnsafe(ref target);
        return wrong;
    }

    /// <summary>Four sextets of a lane, the first in its lowest byte, to 24 bits, the first highest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Pack(Vector128<byte> sextets)
    {
        if (X86.Ssse3.IsSupported)
        {
            Vector128<short> pairs = X86.Ssse3.MultiplyAddAdjacent(sextets, Vector128.Create(0x01400140).AsSByte());
            return X86.Sse2.MultiplyAddAdjacent(pairs, Vector128.Create(0x00011000).AsInt16()).AsByte();
        }

        Vector128<uint> lanes = sextets.AsUInt32();
        return ((lanes << 18) | ((lanes & Vector128.Create(0x3F00u)) << 4) | ((lanes & Vector128.Create(0x3F0000u)) >> 10) | (lanes >> 24)).AsByte();
    }
}
