using System.Numerics;

namespace NasBench;

/// <summary>
/// naszilla's <c>cont_adj</c> (<c>encode_cont_adj</c>), value by value: the 21 edges as 0 or 1, a zero, the operations of vertices 5 to 2 as
/// <see cref="NaszillaAdjacencyEncoding"/> writes them, and the number of edges, which overwrites the operation of vertex 1.
/// So it cannot be decoded; <see cref="ConfigurationSpaceC"/> is the continuous encoding as published.
/// </summary>
public readonly struct NaszillaContinuousEncoding : ICellEncoding
{
    /// <summary>The number of values: 21 + 5 + 1.</summary>
    public const int Length = EncodedParts.Edges + EncodedParts.Vertices + 1;

    /// <inheritdoc/>
    public static string Name => "naszilla-cont-adj";

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
        values[EncodedParts.Edges] = T.Zero;
        NaszillaOperations.Write(padded, values[..Length]);
        values[Length - 1] = T.CreateTruncating(padded.EdgeCount);
        return true;
    }
}
