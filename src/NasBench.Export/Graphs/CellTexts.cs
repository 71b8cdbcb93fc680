using System.Text;
using NasBench.Data;

namespace NasBench.Export;

/// <summary>Matrices and operations as text. There are far fewer of them than cells, so they are kept. Not thread-safe.</summary>
internal sealed class CellTexts
{
    /// <summary>Starts afresh at this many: more than the space has, but a damaged file could hold any number.</summary>
    private const int Capacity = 1 << 14;

    private readonly Dictionary<(int Vertices, uint AdjacencyBits), string> _matrices = [];
    private readonly Dictionary<ulong, string> _operations = [];

    /// <summary>The part of a cell that its operations depend on, the names of the first and the last included.</summary>
    public static ulong OperationsKey(Cell cell) => cell.Bits & ~(ulong)cell.AdjacencyBits;

    /// <summary>The part of a cell that its adjacency matrix depends on.</summary>
    public static (int Vertices, uint AdjacencyBits) AdjacencyKey(Cell cell) => (cell.Vertices, cell.AdjacencyBits);

    /// <summary>The adjacency matrix, such as <c>[[0,1],[0,0]]</c>.</summary>
    public static string FormatAdjacency(Cell cell)
    {
        Span<byte> text = stackalloc byte[AdjacencyText.MaxLength];
        return Encoding.ASCII.GetString(text[..AdjacencyText.Write(cell, text)]);
    }

    /// <summary>The names of the vertices, separated by commas.</summary>
    public static string FormatOperations(Cell cell)
    {
        string text = cell.ToString();
        return text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    /// <inheritdoc cref="FormatAdjacency"/>
    public string MatrixOf(Cell cell)
    {
        (int Vertices, uint AdjacencyBits) key = AdjacencyKey(cell);
        if (!_matrices.TryGetValue(key, out string? text))
        {
            Keep(_matrices, key, text = FormatAdjacency(cell));
        }

        return text;
    }

    /// <inheritdoc cref="FormatOperations"/>
    public string OperationsOf(Cell cell)
    {
        ulong key = OperationsKey(cell);
        if (!_operations.TryGetValue(key, out string? text))
        {
            Keep(_operations, key, text = FormatOperations(cell));
        }

        return text;
    }

    private static void Keep<T>(Dictionary<T, string> texts, T key, string text)
        where T : notnull
    {
        if (texts.Count == Capacity)
        {
            texts.Clear();
        }

        texts.Add(key, text);
    }
}
