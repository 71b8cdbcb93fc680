using System.Numerics;

namespace NasBench;

/// <summary>
/// naszilla's <c>adj</c> (<c>encodings.py</c>, <c>encode_adj</c>): the 21 edges in reading order of the matrix as 0 or 1, then one value for each interior
/// vertex, from vertex 5 to vertex 1: conv1x1-bn-relu 0, conv3x3-bn-relu 0.5, maxpool3x3 1.
/// </summary>
public readonly struct NaszillaAdjacencyEncoding : IInvertibleEncoding
{
    /// <summary>The number of values: 21 + 5.</summary>
    public const int Length = EncodedParts.Edges + EncodedParts.Vertices;

    /// <inheritdoc/>
    public static string Name => "naszilla-adj";

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

        EncodedParts.WriteEdges(padded, values);
        NaszillaOperations.Write(padded, values[..Length]);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        cell = default;
        if (values.Length < Length || !EncodedParts.TryReadEdges(values, out uint edges) || !NaszillaOperations.TryRead(values[..Length], out uint operations))
        {
            return false;
        }

        cell = EncodedParts.Create(edges, operations);
        return true;
    }
}
