using System.Numerics;

namespace NasBench;

/// <summary>
/// Configuration space B of kurobako (op0 to 4, edge0 to 8): as <see cref="ConfigurationSpaceB"/>, but the numbers count the edges in
/// reading order of the matrix.
/// </summary>
public readonly struct KurobakoSpaceB : IInvertibleEncoding
{
    /// <summary>The number of values: 5 + 9.</summary>
    public const int Length = EncodedParts.Vertices + ConfigurationEdges.MaxEdges;

    /// <inheritdoc/>
    public static string Name => "kurobako-b";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => ConfigurationEdges.TryEncode(cell, values, isRowMajor: true);

    /// <inheritdoc/>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => ConfigurationEdges.TryDecode(values, isRowMajor: true, out cell);
}
