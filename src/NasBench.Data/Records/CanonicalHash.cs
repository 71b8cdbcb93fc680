using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench.Data;

/// <summary>Reads the 32 lower-case hexadecimal digits of a module hash.</summary>
internal static class CanonicalHash
{
    /// <summary>Reads the digits.</summary>
    /// <param name="digits">32 bytes.</param>
    /// <param name="hash">The hash, if all are digits.</param>
    /// <returns>0 if all are digits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Read(ref byte digits, out ModuleHash hash)
    {
        Vector128<byte> wrong = ReadNibbles(Vector128.LoadUnsafe(ref digits), out Vector128<ushort> high)
            | ReadNibbles(Vector128.LoadUnsafe(ref digits, 16), out Vector128<ushort> low);
        Vector128<ulong> bytes = Vector128.Narrow(high, low).AsUInt64();
        hash = new ModuleHash(BinaryPrimitives.ReverseEndianness(bytes.ToScalar()), BinaryPrimitives.ReverseEndianness(bytes.GetElement(1)));
        return wrong == Vector128<byte>.Zero ? 0u : 1u;
    }

    /// <summary>Pairs of digits to bytes, each in the lower half of a lane.</summary>
    /// <returns>All bits of a byte set where there is no digit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ReadNibbles(Vector128<byte> digits, out Vector128<ushort> pairs)
    {
        Vector128<byte> number = digits - Vector128.Create((byte)'0');
        Vector128<byte> letter = digits - Vector128.Create((byte)'a');
        Vector128<byte> isNumber = Vector128.LessThan(number, Vector128.Create((byte)10));
        Vector128<byte> isLetter = Vector128.LessThan(letter, Vector128.Create((byte)6));
        Vector128<ushort> nibbles = Vector128.ConditionalSelect(isNumber, number, letter + Vector128.Create((byte)10)).AsUInt16();
        pairs = ((nibbles << 4) | (nibbles >> 8)) & Vector128.Create((ushort)0xFF);
        return ~(isNumber | isLetter);
    }
}
