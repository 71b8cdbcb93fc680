using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using X86 = System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>
/// With AVX-512 and its byte permutations the metrics never leave the registers. 64 characters become 48 bytes; the permutation that closes the gaps puts
/// the five doubles of an evaluation into the first five lanes and the tags around them into the sixth, where one comparison checks them.
/// <code>
/// vector  characters  message   holds
/// 0        0 ..  63     0 ..  47  initial evaluation, first tag of the next
/// 1       64 .. 127    48 ..  95  halfway evaluation, first two tags of the next
/// 2      128 .. 191    96 .. 143  final evaluation, tag of the parameters
/// 3      144 .. 207   108 .. 155  parameters, total time (again from where one vector holds both)
/// </code>
/// </summary>
internal static partial class CanonicalMetrics
{
    // The value of a character, or its highest bit alone.
    private static ReadOnlySpan<byte> Alphabet =>
    [
        128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
        128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
        128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 62, 128, 128, 128, 63,
        52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 128, 128, 128, 128, 128, 128,
        128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
        15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 128, 128, 128, 128, 128,
        128, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
        41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 128, 128, 128, 128, 128,
    ];

    // Vectors 0 to 2: doubles in lanes 0 to 4, tags in lane 5. Byte k of 48 stands at 4(k/3) + 2 - k mod 3 before.
    private static ReadOnlySpan<byte> InitialOrder =>
    [
        6, 5, 4, 10, 9, 8, 14, 13, 18, 17, 16, 22, 21, 20, 26, 25,
        30, 29, 28, 34, 33, 32, 38, 37, 42, 41, 40, 46, 45, 44, 50, 49,
        54, 53, 52, 58, 57, 56, 62, 61, 2, 1, 0, 12, 24, 36, 48, 60,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static ReadOnlySpan<byte> HalfwayOrder =>
    [
        0, 6, 5, 4, 10, 9, 8, 14, 12, 18, 17, 16, 22, 21, 20, 26,
        24, 30, 29, 28, 34, 33, 32, 38, 36, 42, 41, 40, 46, 45, 44, 50,
        48, 54, 53, 52, 58, 57, 56, 62, 2, 1, 13, 25, 37, 49, 61, 60,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static ReadOnlySpan<byte> FinalOrder =>
    [
        1, 0, 6, 5, 4, 10, 9, 8, 13, 12, 18, 17, 16, 22, 21, 20,
        25, 24, 30, 29, 28, 34, 33, 32, 37, 36, 42, 41, 40, 46, 45, 44,
        49, 48, 54, 53, 52, 58, 57, 56, 2, 14, 26, 38, 50, 62, 62, 62,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    // Lane 0: four bytes from the start of the varint, the byte behind a varint of four and of three bytes, the last two bytes of 156. Lanes 1 and 2: the
    // double behind a varint of four and of three bytes.
    private static ReadOnlySpan<byte> TailOrder =>
    [
        45, 44, 50, 49, 48, 49, 61, 60, 54, 53, 52, 58, 57, 56, 62, 61,
        48, 54, 53, 52, 58, 57, 56, 62, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static bool HasVector512
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => X86.Avx512Vbmi.IsSupported && X86.Avx512BW.IsSupported;
    }

    /// <summary>As <see cref="TryRead"/>.</summary>
    private static bool TryReadVector512(ref byte text, ref NasRecord record)
    {
        if (!TryDecodeVector512(
            ref text, out Vector512<ulong> initial, out Vector512<ulong> halfway, out Vector512<ulong> final, out int parameters, out double totalTime))
        {
            return false;
        }

        record.TrainableParameters = parameters;
        record.TotalTime = totalTime;
        Store(initial, ref record.InitialValues);
        Store(halfway, ref record.HalfwayValues);
        Store(final, ref record.FinalValues);
        return true;
    }

    /// <summary>As <see cref="TryPack"/>.</summary>
    private static bool TryPackVector512(ref byte text, int epochs, out PackedRun recorded, out int parameters)
    {
        Unsafe.SkipInit(out recorded);
        return TryDecodeVector512(
            ref text, out Vector512<ulong> initial, out Vector512<ulong> halfway, out Vector512<ulong> final, out parameters, out double totalTime)
            && initial.ToScalar() == 0
            && halfway.AsDouble().ToScalar() == epochs / 2.0
            && final.AsDouble().ToScalar() == epochs
            && recorded.TryWrite(OrderMetrics(initial), OrderMetrics(halfway), OrderMetrics(final), totalTime);
    }

    /// <summary>The evaluations, with the epoch in lane 0, and the rest of the message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDecodeVector512(
        ref byte text, out Vector512<ulong> initial, out Vector512<ulong> halfway, out Vector512<ulong> final, out int parameters, out double totalTime)
    {
        // A line feed takes two bytes of the text, so what follows is loaded from two bytes further on.
        Vector512<byte> wrong = Vector512<byte>.Zero;
        initial = Order(Pack(Vector512.LoadUnsafe(ref text), ref wrong), InitialOrder);
        halfway = Order(Pack(Load(ref text, 64, 12), ref wrong), HalfwayOrder);
        final = Order(Pack(Load(ref text, 130, 24), ref wrong), FinalOrder);
        Vector512<byte> last = Load(ref text, 146, 8);
        uint end = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 210));
        bool isPaddedTwice = end == ('=' | ('=' << 8));
        Vector512<byte> padding = Vector512.Equals(last, Vector512.Create((byte)'=')) & Vector512.Create(0UL, 0, 0, 0, 0, 0, 0, 0xFFFF_0000_0000_0000).AsByte();
        Vector512<ulong> tail = Order(Pack(Vector512.ConditionalSelect(padding, Vector512.Create((byte)'A'), last), ref wrong), TailOrder);

        ulong tags = (initial.GetElement(5) ^ 0x0A29_2119_1109_2D0A)
            | (halfway.GetElement(5) ^ 0x2D0A_2921_1911_092D)
            | (final.GetElement(5) ^ 0x1010_1029_2119_1109);
        uint feeds = (Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 76)) ^ CanonicalBase64.LineFeed)
            | (Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 154)) ^ CanonicalBase64.LineFeed)
            | (Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref text, 212)) ^ CanonicalBase64.LineFeed);

        // Bytes: varint of four, 19, -, -, unused or varint of three, -, -, 19, unused, unused.
        ulong varint = tail.ToScalar();
        (ulong fixedBits, ulong expected) = isPaddedTwice ? (0xFFFF_FF00_0080_8080, 0x0000_1900_0000_8080UL) : (0xFF00_00FF_8080_8080, 0x19_0080_8080UL);
        parameters = ReadVarint((uint)varint & (isPaddedTwice ? 0xFFFFFF : uint.MaxValue));
        totalTime = BitConverter.UInt64BitsToDouble(isPaddedTwice ? tail.GetElement(2) : tail.GetElement(1));
        return (tags | feeds | ((varint & fixedBits) ^ expected)) == 0 && wrong.ExtractMostSignificantBits() == 0 && (end >> 8) == '=';
    }

    /// <summary>64 characters, the first <paramref name="count"/> of them before a line feed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Load(ref byte text, nuint offset, int count)
    {
        Vector512<byte> isBefore = Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)count));
        return Vector512.ConditionalSelect(isBefore, Vector512.LoadUnsafe(ref text, offset), Vector512.LoadUnsafe(ref text, offset + 2));
    }

    /// <summary>Four characters of each lane to 24 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Pack(Vector512<byte> characters, ref Vector512<byte> wrong)
    {
        ref byte alphabet = ref MemoryMarshal.GetReference(Alphabet);
        Vector512<byte> sextets = X86.Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref alphabet), characters, Vector512.LoadUnsafe(ref alphabet, 64));
        wrong |= sextets | characters;
        Vector512<short> pairs = X86.Avx512BW.MultiplyAddAdjacent(sextets, Vector512.Create(0x01400140).AsSByte());
        return X86.Avx512BW.MultiplyAddAdjacent(pairs, Vector512.Create(0x00011000).AsInt16()).AsByte();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Order(Vector512<byte> bytes, ReadOnlySpan<byte> order) =>
        X86.Avx512Vbmi.PermuteVar64x8(bytes, Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(order))).AsUInt64();

    /// <summary>Test accuracy, training time, train accuracy, validation accuracy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OrderMetrics(Vector512<ulong> evaluation) =>
        X86.Avx512F.PermuteVar8x64(evaluation, Vector512.Create(4UL, 1, 2, 3, 4, 4, 4, 4)).AsDouble().GetLower();

    /// <summary>Writes the first five lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<ulong> lanes, ref double values)
    {
        lanes.AsDouble().GetLower().StoreUnsafe(ref values);
        Unsafe.Add(ref values, 4) = lanes.AsDouble().GetElement(4);
    }
}
