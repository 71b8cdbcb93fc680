using System.Numerics;

namespace NasBench;

/// <summary>The parts that encodings are made of.</summary>
internal static class EncodedParts
{
    /// <summary>The number of edges of a seven-vertex graph.</summary>
    public const int Edges = Cell.MaxEdges;

    /// <summary>The number of interior vertices.</summary>
    public const int Vertices = Cell.MaxInteriorVertices;

    /// <summary>Pads a cell to seven vertices, if its operations and its first and last names are known.</summary>
    public static bool TryPad(Cell cell, out Cell padded)
    {
        padded = cell.PadTo(Cell.MaxVertices);
        return cell.Vertices >= 2 && cell.Marks == Cell.MarksOf<Nas101>() && padded.HasOnlyKnownOperations(Nas101.OperationCount);
    }

    /// <summary>Writes each edge in reading order as 0 or 1.</summary>
    public static void WriteEdges<T>(Cell padded, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        for (int i = 0; i < order.Length; i++)
        {
            values[i] = T.CreateTruncating((padded.AdjacencyBits >> order[i]) & 1);
        }
    }

    /// <summary>Writes the numbers of the edges of the cell, ascending, then zeros.</summary>
    /// <param name="padded">The cell.</param>
    /// <param name="first">The number of the first edge in reading order.</param>
    /// <param name="values">Receives 21 values.</param>
    public static void WriteEdgeNumbers<T>(Cell padded, int first, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        values[..Edges].Clear();
        int count = 0;
        for (int i = 0; i < order.Length; i++)
        {
            if (((padded.AdjacencyBits >> order[i]) & 1) != 0)
            {
                values[count++] = T.CreateTruncating(first + i);
            }
        }
    }

    /// <summary>Reads edges that are 0 or 1 each.</summary>
    public static bool TryReadEdges<T>(ReadOnlySpan<T> values, out uint edges)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        edges = 0;
        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        for (int i = 0; i < order.Length; i++)
        {
            if (values[i] != T.Zero && values[i] != T.One)
            {
                return false;
            }

            edges |= (values[i] == T.One ? 1u : 0u) << order[i];
        }

        return true;
    }

    /// <summary>Reads a whole number from 0 to <paramref name="count"/> - 1.</summary>
    public static bool TryReadNumber<T>(T value, int count, out int number)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        number = T.IsInteger(value) && value >= T.Zero && value < T.CreateTruncating(count) ? int.CreateTruncating(value) : -1;
        return number >= 0;
    }

    /// <summary>The cell of seven vertices with these edges and operations.</summary>
    public static Cell Create(uint edges, uint operations) => Cell.Pack<Nas101>(Cell.MaxVertices, edges, operations);
}
