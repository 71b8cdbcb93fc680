using System.Numerics;

namespace NasBench;

/// <summary>
/// The adjacency encoding with operations one-hot: the 21 edges in reading order of the matrix as 0 or 1, then three values for each interior vertex,
/// in the order of the operation codes: conv3x3-bn-relu 100, conv1x1-bn-relu 010, maxpool3x3 001.
/// </summary>
/// <remarks>NASLib writes the operations in another order: see <see cref="NaslibAdjacencyEncoding"/>.</remarks>
public readonly struct OneHotEncoding : IInvertibleEncoding
{
    /// <summary>The number of values: 21 + 5 * 3.</summary>
    public const int Length = OneHotAdjacency.Length;

    private const int First = 0;

    /// <inheritdoc/>
    public static string Name => "one-hot";

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
