using System.Numerics;

namespace NasBench;

/// <summary>
/// The categorical adjacency encoding (White et al., "A Study on Encodings for Neural Architecture Search"): the numbers of the edges,
/// 1 to 21 in reading order of the matrix, ascending, then zeros up to 21 values; then the operation codes of the five interior vertices.
/// </summary>
public readonly struct CategoricalEncoding : IInvertibleEncoding
{
    /// <summary>The number of values: 21 + 5.</summary>
    public const int Length = EncodedParts.Edges + EncodedParts.Vertices;

    /// <inheritdoc/>
    public static string Name => "categorical";

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

        EncodedParts.WriteEdgeNumbers(padded, 1, values);
        for (int vertex = 0; vertex < EncodedParts.Vertices; vertex++)
        {
            values[EncodedParts.Edges + vertex] = T.CreateTruncating(padded.OperationAt(vertex + 1));
        }

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

        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        uint edges = 0;
        int last = 0;
        bool ended = false;
        foreach (T value in values[..EncodedParts.Edges])
        {
            if (!EncodedParts.TryReadNumber(value, order.Length + 1, out int number) || (number != 0 && (ended || number <= last)))
            {
                return false;
            }

            ended |= number == 0;
            last = number;
            edges |= number == 0 ? 0 : 1u << order[number - 1];
        }

        uint operations = 0;
        for (int vertex = 0; vertex < EncodedParts.Vertices; vertex++)
        {
            if (!EncodedParts.TryReadNumber(values[EncodedParts.Edges + vertex], Nas101.OperationCount, out int operation))
            {
                return false;
            }

            operations |= (uint)operation << (Cell.OperationWidth * vertex);
        }

        cell = EncodedParts.Create(edges, operations);
        return true;
    }
}
