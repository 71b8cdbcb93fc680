using System.Numerics;

namespace NasBench;

/// <summary>
/// Configuration space C, the continuous encoding of the NAS-Bench-101 paper, of nas_benchmarks (<c>NASCifar10C</c>: op_node_0 to 4, num_edges,
/// edge_0 to 20) and of kurobako (op0 to 4, num_edges, edge0 to 20): five operations as in <see cref="ConfigurationSpaceA"/>, the number of edges 0 to 9,
/// and a weight from 0 to 1 for each edge in reading order of the matrix; the cell has the edges with the largest weights.
/// </summary>
/// <remarks>
/// Of edges with equal weights the later one in the order counts as larger, as in kurobako. nas_benchmarks sorts with numpy's unstable default,
/// so that its choice among equal weights is not defined. A cell is written with weights 1 and 0; a cell with more than nine edges is not encoded.
/// </remarks>
public readonly struct ConfigurationSpaceC : IInvertibleEncoding
{
    /// <summary>The number of values: 5 + 1 + 21.</summary>
    public const int Length = EncodedParts.Vertices + 1 + EncodedParts.Edges;

    /// <inheritdoc/>
    public static string Name => "cs-c";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < Length || !EncodedParts.TryPad(cell, out Cell padded) || padded.EdgeCount > ConfigurationEdges.MaxEdges)
        {
            return false;
        }

        ConfigurationOperations.Write(padded, values);
        values[EncodedParts.Vertices] = T.CreateTruncating(padded.EdgeCount);
        EncodedParts.WriteEdges(padded, values[(EncodedParts.Vertices + 1)..]);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        cell = default;
        if (values.Length < Length
            || !ConfigurationOperations.TryRead(values, out uint operations)
            || !EncodedParts.TryReadNumber(values[EncodedParts.Vertices], ConfigurationEdges.MaxEdges + 1, out int count))
        {
            return false;
        }

        ReadOnlySpan<T> weights = values[(EncodedParts.Vertices + 1)..Length];
        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        uint edges = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= T.Zero && weights[i] <= T.One))
            {
                return false;
            }

            edges |= CountLarger(weights, i) < count ? 1u << order[i] : 0;
        }

        cell = EncodedParts.Create(edges, operations);
        return true;
    }

    /// <summary>The number of weights that count as larger than one of them.</summary>
    private static int CountLarger<T>(ReadOnlySpan<T> weights, int edge)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        int count = 0;
        for (int other = 0; other < weights.Length; other++)
        {
            count += weights[other] > weights[edge] || (weights[other] == weights[edge] && other > edge) ? 1 : 0;
        }

        return count;
    }
}
