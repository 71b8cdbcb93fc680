using System.Numerics;

namespace NasBench;

/// <summary>The edges in reading order of the matrix, then three values for each of the five interior vertices, one of them 1.</summary>
internal static class OneHotAdjacency
{
    /// <summary>The number of values: 21 + 5 * 3.</summary>
    public const int Length = EncodedParts.Edges + (EncodedParts.Vertices * Operations);

    /// <summary>The number of values of a vertex.</summary>
    private const int Operations = 3;

    /// <summary>Writes a cell, as <see cref="ICellEncoding.TryEncode"/> asks.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="first">Where the 1 of operation 0 stands; those of operations 1 and 2 follow, and after the last place comes the first.</param>
    /// <param name="values">Receives <see cref="Length"/> values.</param>
    /// <returns>Whether the cell can be written and there is room.</returns>
    public static bool TryEncode<T>(Cell cell, int first, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < Length || !EncodedParts.TryPad(cell, out Cell padded))
        {
            return false;
        }

        EncodedParts.WriteEdges(padded, values);
        WriteOperations(padded, first, values[EncodedParts.Edges..Length]);
        return true;
    }

    /// <summary>Reads a cell back, as <see cref="IInvertibleEncoding.TryDecode"/> asks.</summary>
    /// <param name="values">At least <see cref="Length"/> values.</param>
    /// <param name="first">As for <see cref="TryEncode"/>.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns>Whether the values are those of a cell.</returns>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, int first, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        cell = default;
        if (values.Length < Length
            || !EncodedParts.TryReadEdges(values, out uint edges)
            || !TryReadOperations(values[EncodedParts.Edges..], first, out uint operations))
        {
            return false;
        }

        cell = EncodedParts.Create(edges, operations);
        return true;
    }

    private static void WriteOperations<T>(Cell padded, int first, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        values.Clear();
        for (int interior = 0; interior < EncodedParts.Vertices; interior++)
        {
            values[(interior * Operations) + ((padded.OperationAt(interior + 1) + first) % Operations)] = T.One;
        }
    }

    /// <summary>Reads the operations back as operation bits; each vertex must have exactly one 1 and else zeros.</summary>
    private static bool TryReadOperations<T>(ReadOnlySpan<T> values, int first, out uint operations)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        operations = 0;
        for (int interior = 0; interior < EncodedParts.Vertices; interior++)
        {
            ReadOnlySpan<T> choice = values.Slice(interior * Operations, Operations);
            int position = choice.IndexOf(T.One);
            if (position < 0 || choice.Count(T.Zero) != Operations - 1)
            {
                return false;
            }

            operations |= (uint)((position + Operations - first) % Operations) << (Cell.OperationWidth * interior);
        }

        return true;
    }
}
