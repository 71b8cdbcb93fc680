using System.Numerics;

namespace NasBench;

/// <summary>
/// naszilla's <c>cat_adj</c> (<c>encode_cat_adj</c>): the numbers of the edges, 0 to 20 in reading order of the matrix, ascending,
/// then zeros up to 21 values; then the operations as <see cref="NaszillaAdjacencyEncoding"/> writes them. Edge 0 alone and no edge at all look the same,
/// so it cannot be decoded; <see cref="CategoricalEncoding"/> can.
/// </summary>
public readonly struct NaszillaCategoricalEncoding : ICellEncoding
{
    /// <summary>The number of values: 21 + 5.</summary>
    public const int Length = EncodedParts.Edges + EncodedParts.Vertices;

    /// <inheritdoc/>
    public static string Name => "naszilla-cat-adj";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < Length || !EncodedParts.TryPad(cell, out Cell padded))
        {
            return false;
        }

        EncodedParts.WriteEdgeNumbers(padded, 0, values);
        NaszillaOperations.Write(padded, values[..Length]);
        return true;
    }
}
