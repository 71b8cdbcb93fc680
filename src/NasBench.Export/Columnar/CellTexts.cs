namespace NasBench.Export;

/// <summary>Matrices and operations as text. There are far fewer of them than cells, so that they are kept. Not thread-safe.</summary>
internal sealed class CellTexts
{
    /// <summary>Begins anew at so many: more than the space has, but a damaged file could hold any number.</summary>
    private const int Capacity = 1 << 14;

    private readonly Dictionary<(int Vertices, uint AdjacencyBits), string> _matrices = [];
    private readonly Dictionary<ulong, string> _operations = [];

    /// <summary>The part of a cell that its operations hang on, the names of the first and the last included.</summary>
    public static ulong OperationsKey(Cell cell) => cell.Bits & ~(ulong)cell.AdjacencyBits;

    /// <summary>The names of the vertices, separated by commas.</summary>
    public static string FormatOperations(Cell cell)
    {
        string text = cell.ToString();
        return text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The adjacency matrix, n*n digits, row by row.</summary>
    public string MatrixOf(Cell cell)
    {
        (int Vertices, uint AdjacencyBits) key = (cell.Vertices, cell.AdjacencyBits);
        if (!_matrices.TryGetValue(key, out string? text))
        {
            text = cell.ToString();
            Keep(_matrices, key, text = text[..text.IndexOf(' ', StringComparison.Ordinal)]);
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
