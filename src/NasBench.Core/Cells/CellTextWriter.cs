using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace NasBench;

/// <summary>Writes cells as text, UTF-16 and UTF-8 by the same code: matrix digits, one blank, comma-separated names.</summary>
internal static class CellTextWriter
{
    /// <summary>Room for the text of nearly every cell.</summary>
    private const int StackLength = 256;

    private static readonly string[] s_numbered = ["op0", "op1", "op2", "op3", "op4", "op5", "op6"];

    /// <summary>The names that a space gives to the operations of a cell; none where the cell is of another space.</summary>
    public static ReadOnlySpan<string> NamesOf<TSpace>(Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => cell.IsOf<TSpace>() ? TSpace.OperationNames : [];

    /// <summary>The names that the cell's own space gives to its operations; none where this process has not met the space.</summary>
    public static ReadOnlySpan<string> OwnNames(Cell cell) => cell.SpaceTag == 0 ? Nas101.OperationNames : SpaceNames.Find(cell.SpaceTag);

    /// <summary>The combined form.</summary>
    public static string ToString(Cell cell, ReadOnlySpan<string> names)
    {
        Span<char> text = stackalloc char[StackLength];
        if (TryFormat(cell, names, text, out int written))
        {
            return new string(text[..written]);
        }

        var longText = new char[Length<char>(cell, names)];
        TryFormat<char>(cell, names, longText, out written);
        return new string(longText, 0, written);
    }

    /// <summary>Writes the combined form, all or nothing.</summary>
    public static bool TryFormat<TChar>(Cell cell, ReadOnlySpan<string> names, Span<TChar> destination, out int written)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        written = Length<TChar>(cell, names);
        if (destination.Length < written)
        {
            written = 0;
            return false;
        }

        int matrixLength = cell.Vertices * cell.Vertices;
        TryFormatMatrix(cell, destination, out _);
        destination[matrixLength] = TChar.CreateTruncating(' ');
        return TryFormatNames(cell, names, destination[(matrixLength + 1)..], out _);
    }

    /// <summary>Writes the n*n digits, all or nothing.</summary>
    public static bool TryFormatMatrix<TChar>(Cell cell, Span<TChar> destination, out int written)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int vertices = cell.Vertices;
        written = 0;
        if (destination.Length < vertices * vertices)
        {
            return false;
        }

        uint mask = cell.AdjacencyBits;
        for (int from = 0; from < vertices; from++)
        {
            for (int to = 0; to < vertices; to++)
            {
                bool edge = from < to && ((mask >> Adjacency.Edge(from, to)) & 1) != 0;
                destination[written++] = TChar.CreateTruncating(edge ? '1' : '0');
            }
        }

        return true;
    }

    /// <summary>Writes the names, comma-separated, all or nothing.</summary>
    public static bool TryFormatNames<TChar>(Cell cell, ReadOnlySpan<string> names, Span<TChar> destination, out int written)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        written = 0;
        if (destination.Length < NamesLength<TChar>(cell, names))
        {
            return false;
        }

        for (int vertex = 0; vertex < cell.Vertices; vertex++)
        {
            if (vertex > 0)
            {
                destination[written++] = TChar.CreateTruncating(',');
            }

            written += WriteName(NameOf(cell, vertex, names), destination[written..]);
        }

        return true;
    }

    /// <summary>
    /// The name of a vertex of a cell: <c>unknown</c> where it is not kept, and <c>op0</c>, <c>op1</c>, ... where there are no names of operations.
    /// </summary>
    public static string NameOf(Cell cell, int vertex, ReadOnlySpan<string> names)
    {
        // A single vertex is both first and last; the one name that it has is kept.
        if (vertex == cell.Vertices - 1 && (cell.LastIsOutput || vertex > 0))
        {
            return cell.LastIsOutput ? CellErrors.OutputName : CellErrors.UnknownName;
        }

        if (vertex == 0)
        {
            return cell.FirstIsInput ? CellErrors.InputName : CellErrors.UnknownName;
        }

        int operation = cell.OperationAt(vertex);
        ReadOnlySpan<string> known = names.IsEmpty ? s_numbered : names;
        return operation < known.Length ? known[operation] : CellErrors.UnknownName;
    }

    private static int Length<TChar>(Cell cell, ReadOnlySpan<string> names)
        where TChar : unmanaged, IBinaryInteger<TChar>
        => (cell.Vertices * cell.Vertices) + 1 + NamesLength<TChar>(cell, names);

    /// <summary>The length of the names and the commas between them.</summary>
    private static int NamesLength<TChar>(Cell cell, ReadOnlySpan<string> names)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int length = cell.Vertices - 1;
        for (int vertex = 0; vertex < cell.Vertices; vertex++)
        {
            string name = NameOf(cell, vertex, names);
            length += typeof(TChar) == typeof(byte) ? Encoding.UTF8.GetByteCount(name) : name.Length;
        }

        return length;
    }

    private static int WriteName<TChar>(string name, Span<TChar> destination)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (typeof(TChar) == typeof(byte))
        {
            return Encoding.UTF8.GetBytes(name, MemoryMarshal.AsBytes(destination));
        }

        name.CopyTo(MemoryMarshal.Cast<TChar, char>(destination));
        return name.Length;
    }
}
