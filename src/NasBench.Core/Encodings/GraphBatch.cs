using System.Numerics;

namespace NasBench;

/// <summary>Padded tensors of many cells for graph networks: node features, adjacency and mask, each row-major with the cell first.</summary>
/// <remarks>
/// Unlike in the encodings, cells keep their own number of vertices, of which the output is the last; everything after that is zero, in the mask too.
/// Nothing allocates. Thread-safe.
/// </remarks>
public static class GraphBatch
{
    /// <summary>Features of a vertex: output, input, conv3x3-bn-relu, conv1x1-bn-relu, maxpool3x3, one of them 1.</summary>
    public const int FeatureCount = 5;

    /// <summary>Values of the features of a cell: [7, 5].</summary>
    public const int FeatureSize = Cell.MaxVertices * FeatureCount;

    /// <summary>Values of the adjacency of a cell: [7, 7].</summary>
    public const int AdjacencySize = Cell.MaxVertices * Cell.MaxVertices;

    /// <summary>Values of the mask of a cell: [7], 1 for each vertex that the cell has.</summary>
    public const int MaskSize = Cell.MaxVertices;

    internal const int OutputFeature = 0;
    internal const int InputFeature = 1;
    internal const int FirstOperationFeature = 2;

    /// <summary>Writes the tensors of many cells.</summary>
    /// <typeparam name="T">The type of a value: double, float or half.</typeparam>
    /// <param name="cells">
    /// Cells of NAS-Bench-101, written as they are: prune them first if vertices off every path are not wanted. An unknown operation gets no feature.
    /// </param>
    /// <param name="features">Receives [cells, 7, 5] values.</param>
    /// <param name="adjacency">Receives [cells, 7, 7] values: entry [x, y] is 1 for an edge x -> y.</param>
    /// <param name="mask">Receives [cells, 7] values.</param>
    /// <exception cref="ArgumentException">A destination is too short, or a cell is of another space; nothing was written.</exception>
    public static void Write<T>(ReadOnlySpan<Cell> cells, Span<T> features, Span<T> adjacency, Span<T> mask)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfShort(features.Length, cells.Length, FeatureSize, nameof(features));
        ThrowIfShort(adjacency.Length, cells.Length, AdjacencySize, nameof(adjacency));
        ThrowIfShort(mask.Length, cells.Length, MaskSize, nameof(mask));
        ThrowIfOtherSpace(cells);
        for (int i = 0; i < cells.Length; i++)
        {
            WriteGraph(cells[i], features.Slice(i * FeatureSize, FeatureSize), adjacency.Slice(i * AdjacencySize, AdjacencySize));
            Span<T> present = mask.Slice(i * MaskSize, MaskSize);
            present.Clear();
            present[..cells[i].Vertices].Fill(T.One);
        }
    }

    /// <summary>Writes features and matrix of one cell.</summary>
    internal static void WriteGraph<T>(Cell cell, Span<T> features, Span<T> adjacency)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        features.Clear();
        adjacency.Clear();
        int last = cell.Vertices - 1;
        for (int vertex = 0; vertex <= last; vertex++)
        {
            int operation = vertex == 0 || vertex == last ? 0 : cell.OperationAt(vertex);
            int feature = vertex == 0 ? InputFeature : vertex == last ? OutputFeature : FirstOperationFeature + operation;
            if (feature < FeatureCount)
            {
                features[(vertex * FeatureCount) + feature] = T.One;
            }
        }

        for (uint rest = cell.AdjacencyBits; rest != 0; rest &= rest - 1)
        {
            int edge = BitOperations.TrailingZeroCount(rest);
            adjacency[(Adjacency.Tail(edge) * Cell.MaxVertices) + Adjacency.Head(edge)] = T.One;
        }
    }

    private static void ThrowIfOtherSpace(ReadOnlySpan<Cell> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (!cells[i].IsOf<Nas101>())
            {
                throw new ArgumentException($"cell {i} is of another search space than NAS-Bench-101", nameof(cells));
            }
        }
    }

    private static void ThrowIfShort(int length, int cells, int size, string name)
    {
        if (length < (long)cells * size)
        {
            throw new ArgumentException($"needs {(long)cells * size} values, has {length}", name);
        }
    }
}
