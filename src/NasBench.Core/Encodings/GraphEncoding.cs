using System.Numerics;

namespace NasBench;

/// <summary>
/// The graph for graph networks (naszilla's <c>gcn</c>): for each of the seven vertices five values, one of them 1 (output, input, conv3x3-bn-relu,
/// conv1x1-bn-relu, maxpool3x3), then the 49 entries of the matrix row by row. <see cref="GraphBatch"/> writes the tensors of many cells.
/// </summary>
public readonly struct GraphEncoding : IInvertibleEncoding
{
    /// <summary>The number of values: 7 * 5 + 7 * 7.</summary>
    public const int Length = (Cell.MaxVertices * GraphBatch.FeatureCount) + (Cell.MaxVertices * Cell.MaxVertices);

    /// <inheritdoc/>
    public static string Name => "gcn";

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

        GraphBatch.WriteGraph(padded, values[..GraphBatch.FeatureSize], values[GraphBatch.FeatureSize..Length]);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        cell = default;
        if (values.Length < Length)
        {
            return false;
        }

        uint operations = 0;
        for (int vertex = 0; vertex < Cell.MaxVertices; vertex++)
        {
            ReadOnlySpan<T> features = values.Slice(vertex * GraphBatch.FeatureCount, GraphBatch.FeatureCount);
            int feature = features.IndexOf(T.One);
            bool isInterior = vertex is > 0 and < Cell.MaxVertices - 1;
            int expected = vertex == 0 ? GraphBatch.InputFeature : GraphBatch.OutputFeature;
            if (features.Count(T.Zero) != GraphBatch.FeatureCount - 1 || (isInterior ? feature < GraphBatch.FirstOperationFeature : feature != expected))
            {
                return false;
            }

            operations |= isInterior ? (uint)(feature - GraphBatch.FirstOperationFeature) << (Cell.OperationWidth * (vertex - 1)) : 0;
        }

        return TryReadMatrix(values[GraphBatch.FeatureSize..Length], operations, out cell);
    }

    private static bool TryReadMatrix<T>(ReadOnlySpan<T> matrix, uint operations, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        cell = default;
        uint edges = 0;
        for (int from = 0; from < Cell.MaxVertices; from++)
        {
            for (int to = 0; to < Cell.MaxVertices; to++)
            {
                T entry = matrix[(from * Cell.MaxVertices) + to];
                if (entry == T.One && from < to)
                {
                    edges |= 1u << Adjacency.Edge(from, to);
                }
                else if (entry != T.Zero)
                {
                    return false;
                }
            }
        }

        cell = EncodedParts.Create(edges, operations);
        return true;
    }
}
