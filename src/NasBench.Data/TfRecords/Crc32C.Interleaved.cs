using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Arm = System.Runtime.Intrinsics.Arm;
using X86 = System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>
/// The instruction has a latency of three cycles and a throughput of one, so three independent streams keep it busy. A piece of 3n words is cut
/// into three runs of n words; the checksums of the first two are then moved behind the third by one carry-less multiplication each.
/// </summary>
public static partial class Crc32C
{
    // Longest run of one stream, in words of eight bytes: pieces of up to 3 KiB, longer data in several.
    private const int MaxRunWords = 128;

    // Below this many words per run the two multiplications cost more than they save.
    private const int MinRunWords = 4;

    // Entry n moves a checksum past n words: x^(64n - 33) mod P, reflected. A product with it, put through one step from state 0, is the
    // checksum after 8n zero bytes, because the step multiplies by x^32 and the reflected product by x. 1 KiB: a sixteenth of the first-level cache at most.
    private static readonly uint[] Shifts = CreateShifts();

    private static bool HasStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => X86.Sse42.X64.IsSupported || Arm.Crc32.Arm64.IsSupported;
    }

    private static bool HasInterleaved
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (X86.Sse42.X64.IsSupported && X86.Pclmulqdq.IsSupported) || (Arm.Crc32.Arm64.IsSupported && Arm.Aes.IsSupported);
    }

    private static uint UpdateInterleaved(uint state, ref byte data, nuint length)
    {
        while (length >= 24 * MinRunWords)
        {
            nuint words = Math.Min(length / 24, MaxRunWords);
            state = UpdateRuns(state, ref data, words);
            data = ref Unsafe.Add(ref data, 24 * words);
            length -= 24 * words;
        }

        for (; length >= 8; length -= 8)
        {
            state = Step(state, Unsafe.ReadUnaligned<ulong>(ref data));
            data = ref Unsafe.Add(ref data, 8);
        }

        if ((length & 4) != 0)
        {
            state = Step(state, Unsafe.ReadUnaligned<uint>(ref data));
            data = ref Unsafe.Add(ref data, 4);
        }

        if ((length & 2) != 0)
        {
            state = Step(state, Unsafe.ReadUnaligned<ushort>(ref data));
            data = ref Unsafe.Add(ref data, 2);
        }

        return (length & 1) != 0 ? Step(state, data) : state;
    }

    /// <summary>Three runs of <paramref name="words"/> words, one behind the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint UpdateRuns(uint first, ref byte data, nuint words)
    {
        uint second = 0, third = 0;
        nuint run = 8 * words, last = run - 8;
        for (nuint i = 0; i < last; i += 8)
        {
            first = Step(first, Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref data, i)));
            second = Step(second, Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref data, i + run)));
            third = Step(third, Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref data, i + (2 * run))));
        }

        first = Step(first, Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref data, last)));
        second = Step(second, Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref data, last + run)));
        ulong word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref data, last + (2 * run)));
        return Step(third, word ^ Multiply(first, Shifts[2 * words]) ^ Multiply(second, Shifts[words]));
    }

    private static uint[] CreateShifts()
    {
        uint[] shifts = new uint[(2 * MaxRunWords) + 1];
        shifts[1] = 1; // x^31: reflected, the lowest bit
        for (int i = 2; i < shifts.Length; i++)
        {
            shifts[i] = AppendZeroBits(shifts[i - 1], 64);
        }

        return shifts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(uint state, ulong value) =>
        X86.Sse42.X64.IsSupported ? (uint)X86.Sse42.X64.Crc32(state, value)
        : Arm.Crc32.Arm64.IsSupported ? Arm.Crc32.Arm64.ComputeCrc32C(state, value)
        : throw new UnreachableException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(uint state, uint value) =>
        X86.Sse42.IsSupported ? X86.Sse42.Crc32(state, value)
        : Arm.Crc32.IsSupported ? Arm.Crc32.ComputeCrc32C(state, value)
        : throw new UnreachableException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(uint state, ushort value) =>
        X86.Sse42.IsSupported ? X86.Sse42.Crc32(state, value)
        : Arm.Crc32.IsSupported ? Arm.Crc32.ComputeCrc32C(state, value)
        : throw new UnreachableException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(uint state, byte value) =>
        X86.Sse42.IsSupported ? X86.Sse42.Crc32(state, value)
        : Arm.Crc32.IsSupported ? Arm.Crc32.ComputeCrc32C(state, value)
        : throw new UnreachableException();

    /// <summary>The carry-less product of two polynomials of 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Multiply(uint a, uint b) =>
        X86.Pclmulqdq.IsSupported
            ? X86.Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar((ulong)a), Vector128.CreateScalar((ulong)b), 0).ToScalar()
        : Arm.Aes.IsSupported
            ? Arm.Aes.PolynomialMultiplyWideningLower(Vector64.Create((ulong)a), Vector64.Create((ulong)b)).ToScalar()
        : throw new UnreachableException();
}
