using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>Without the instruction: eight bytes at a time by eight tables of 256 entries ("slicing by 8", Kounavis and Berry 2005).</summary>
public static partial class Crc32C
{
    private const uint ReflectedPolynomial = 0x82F63B78;

    // Entry 256 k + b is the state after byte b and k zero bytes from state 0. 8 KiB: stays in the first-level cache.
    private static readonly uint[] Slices = CreateSlices();

    internal static uint UpdatePortable(uint state, ref byte data, nuint length)
    {
        uint[] slices = Slices;
        for (; length >= 8; length -= 8)
        {
            ulong value = Unsafe.ReadUnaligned<ulong>(ref data);
            state = StepPortable(state, BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));
            data = ref Unsafe.Add(ref data, 8);
        }

        for (; length != 0; length--)
        {
            state = (state >> 8) ^ slices[(byte)(state ^ data)];
            data = ref Unsafe.Add(ref data, 1);
        }

        return state;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint StepPortable(uint state, ulong value)
    {
        uint[] slices = Slices;
        uint low = (uint)value ^ state, high = (uint)(value >> 32);
        return slices[(7 * 256) + (byte)low]
            ^ slices[(6 * 256) + (byte)(low >> 8)]
            ^ slices[(5 * 256) + (byte)(low >> 16)]
            ^ slices[(4 * 256) + (int)(low >> 24)]
            ^ slices[(3 * 256) + (byte)high]
            ^ slices[(2 * 256) + (byte)(high >> 8)]
            ^ slices[256 + (byte)(high >> 16)]
            ^ slices[(int)(high >> 24)];
    }

    private static uint[] CreateSlices()
    {
        uint[] slices = new uint[8 * 256];
        for (uint b = 0; b < 256; b++)
        {
            slices[b] = AppendZeroBits(b, 8);
        }

        for (int i = 256; i < slices.Length; i++)
        {
            uint previous = slices[i - 256];
            slices[i] = (previous >> 8) ^ slices[(byte)previous];
        }

        return slices;
    }

    private static uint AppendZeroBits(uint state, int count)
    {
        for (int bit = 0; bit < count; bit++)
        {
            state = (state >> 1) ^ (ReflectedPolynomial & (0 - (state & 1)));
        }

        return state;
    }
}
