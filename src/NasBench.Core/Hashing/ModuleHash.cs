using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text.Json.Serialization;

namespace NasBench;

/// <summary>The 128-bit MD5 digest that NAS-Bench-101 uses as the key of a cell: equal for isomorphic cells.</summary>
/// <remarks>
/// <para>Ordered by bytes, which is the order of its 32 lowercase hexadecimal digits. Text, also in JSON, is those digits; reading accepts both cases.</para>
/// <para>Within NAS-Bench-101 no two classes share a hash (the number of hashes equals the number of classes); for larger graphs that does not hold.</para>
/// </remarks>
/// <param name="high">The first 16 hexadecimal digits.</param>
/// <param name="low">The last 16 hexadecimal digits.</param>
[JsonConverter(typeof(ModuleHashJsonConverter))]
public readonly struct ModuleHash(ulong high, ulong low)
    : IEquatable<ModuleHash>, IComparable<ModuleHash>, IComparisonOperators<ModuleHash, ModuleHash, bool>,
      ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<ModuleHash>, IUtf8SpanParsable<ModuleHash>
{
    /// <summary>The length of a hash in bytes: 16.</summary>
    public const int Size = 16;

    /// <summary>The length of the text form: 32 digits.</summary>
    public const int TextLength = 2 * Size;

    /// <summary>The first 16 hexadecimal digits as a number.</summary>
    public ulong High { get; } = high;

    /// <summary>The last 16 hexadecimal digits as a number.</summary>
    public ulong Low { get; } = low;

    /// <summary>Whether two hashes are equal.</summary>
    /// <param name="left">A hash.</param>
    /// <param name="right">Another hash.</param>
    /// <returns>Whether all 128 bits agree.</returns>
    public static bool operator ==(ModuleHash left, ModuleHash right) => left.Equals(right);

    /// <summary>Whether two hashes differ.</summary>
    /// <param name="left">A hash.</param>
    /// <param name="right">Another hash.</param>
    /// <returns>The negation of <c>==</c>.</returns>
    public static bool operator !=(ModuleHash left, ModuleHash right) => !left.Equals(right);

    /// <summary>Whether a hash comes before another one.</summary>
    /// <param name="left">A hash.</param>
    /// <param name="right">Another hash.</param>
    /// <returns>The order of the digits.</returns>
    public static bool operator <(ModuleHash left, ModuleHash right) => left.CompareTo(right) < 0;

    /// <summary>Whether a hash comes after another one.</summary>
    /// <param name="left">A hash.</param>
    /// <param name="right">Another hash.</param>
    /// <returns>The order of the digits.</returns>
    public static bool operator >(ModuleHash left, ModuleHash right) => left.CompareTo(right) > 0;

    /// <summary>Whether a hash comes before another one or equals it.</summary>
    /// <param name="left">A hash.</param>
    /// <param name="right">Another hash.</param>
    /// <returns>The order of the digits.</returns>
    public static bool operator <=(ModuleHash left, ModuleHash right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a hash comes after another one or equals it.</summary>
    /// <param name="left">A hash.</param>
    /// <param name="right">Another hash.</param>
    /// <returns>The order of the digits.</returns>
    public static bool operator >=(ModuleHash left, ModuleHash right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a hash from its 16 bytes.</summary>
    /// <param name="bytes">At least 16 bytes, in the order of the digits.</param>
    /// <returns>The hash.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 16 bytes.</exception>
    public static ModuleHash FromBytes(ReadOnlySpan<byte> bytes)
        => new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]));

    /// <summary>Writes the 16 bytes of the hash, in the order of the digits.</summary>
    /// <param name="destination">At least 16 bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 16 bytes.</exception>
    public void WriteBytes(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination[sizeof(ulong)..], Low);
        BinaryPrimitives.WriteUInt64BigEndian(destination, High);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ModuleHash result)
    {
        Span<byte> bytes = stackalloc byte[Size];
        bool read = s.Length == TextLength && Convert.FromHexString(s, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        result = read ? FromBytes(bytes) : default;
        return read;
    }

    /// <summary>Reads 32 hexadecimal digits.</summary>
    /// <param name="s">The digits.</param>
    /// <param name="result">The hash, or <c>default</c>.</param>
    /// <returns>Whether the text is a hash.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out ModuleHash result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ModuleHash result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out ModuleHash result)
    {
        Span<byte> bytes = stackalloc byte[Size];
        bool read = utf8Text.Length == TextLength && Convert.FromHexString(utf8Text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        result = read ? FromBytes(bytes) : default;
        return read;
    }

    /// <summary>Reads 32 hexadecimal digits in UTF-8.</summary>
    /// <param name="utf8Text">The digits.</param>
    /// <param name="result">The hash, or <c>default</c>.</param>
    /// <returns>Whether the text is a hash.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out ModuleHash result) => TryParse(utf8Text, null, out result);

    /// <inheritdoc/>
    public static ModuleHash Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null)
        => TryParse(s, provider, out ModuleHash hash) ? hash : throw new FormatException($"not a module hash of {TextLength} hexadecimal digits: '{s}'");

    /// <inheritdoc/>
    public static ModuleHash Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc/>
    public static ModuleHash Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider = null)
        => TryParse(utf8Text, provider, out ModuleHash hash) ? hash : throw new FormatException($"not a module hash of {TextLength} hexadecimal digits");

    /// <inheritdoc/>
    public bool Equals(ModuleHash other) => High == other.High && Low == other.Low;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ModuleHash other && Equals(other);

    /// <summary>The last 32 bits: a digest is its own best hash code.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => (int)Low;

    /// <inheritdoc/>
    public int CompareTo(ModuleHash other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>The 32 lowercase hexadecimal digits.</summary>
    /// <returns>The digits.</returns>
    public override string ToString()
        => string.Create(TextLength, this, static (destination, hash) => hash.TryFormat(destination, out _));

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<byte> bytes = stackalloc byte[Size];
        WriteBytes(bytes);
        return Convert.TryToHexStringLower(bytes, destination, out charsWritten);
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<byte> bytes = stackalloc byte[Size];
        WriteBytes(bytes);
        return Convert.TryToHexStringLower(bytes, utf8Destination, out bytesWritten);
    }
}
