using System.Numerics;

namespace NasBench;

/// <summary>
/// NASLib's <c>adjacency_one_hot</c> (<c>nasbench101/encodings.py</c>, <c>encode_adj</c>): the 21 edges in reading order of the matrix as 0 or 1, then three
/// values for each interior vertex: conv3x3-bn-relu 010, conv1x1-bn-relu 001, maxpool3x3 100.
/// </summary>
/// <remarks>
/// NASLib defines this for matrices of seven vertices. It has no fixed answer for smaller ones: older versions fail, newer ones put vertices with three zeros
/// at random places. Here a smaller cell is padded like in every other encoding.
/// </remarks>
public readonly struct NaslibAdjacencyEncoding : IInvertibleEncoding
{
    /// <summary>The number of values: 21 + 5 * 3.</summary>
    public const int Length = OneHotAdjacency.Length;

    private const int First = 1;

    /// <inheritdoc/>
    public static string Name => "naslib-adjacency";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => OneHotAdjacency.TryEncode(cell, First, values);

    /// <inheritdoc/>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => OneHotAdjacency.TryDecode(values, First, out cell);
}
