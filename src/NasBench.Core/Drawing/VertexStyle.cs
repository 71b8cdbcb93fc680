namespace NasBench;

/// <summary>The colours of a vertex: a fill of middle lightness with white text, readable on a light and on a dark page.</summary>
/// <param name="Fill">Fill colour.</param>
/// <param name="Text">Text colour.</param>
internal readonly record struct VertexStyle(string Fill, string Text)
{
    /// <summary>The colour of edges and outlines: contrasts with white and with black.</summary>
    public const string Line = "#7a828c";

    private const string White = "#ffffff";

    private static readonly VertexStyle s_terminal = new("#4b5563", White);
    private static readonly VertexStyle s_unknown = new("#be185d", White);

    /// <summary>By operation code: as many as a space can have operations.</summary>
    private static readonly VertexStyle[] s_operations =
    [
        new("#1d63b8", White), new("#0f766e", White), new("#b45309", White), new("#6d28d9", White),
        new("#3f6212", White), new("#155e75", White), new("#7f1d1d", White),
    ];

    /// <summary>The style of a vertex of a cell by its operation code, which means the same colour in every space.</summary>
    public static VertexStyle Of(Cell cell, int vertex)
    {
        int last = cell.Vertices - 1;
        bool isTerminal = (vertex == 0 && cell.FirstIsInput) || (vertex == last && cell.LastIsOutput);
        int operation = vertex > 0 && vertex < last ? cell.OperationAt(vertex) : Cell.UnknownOperation;
        return isTerminal ? s_terminal : operation < s_operations.Length ? s_operations[operation] : s_unknown;
    }

    /// <summary>The style of a vertex by its name, which may be no operation of the space.</summary>
    public static VertexStyle Of<TSpace>(string name)
        where TSpace : ISearchSpace<TSpace>
        => name is CellErrors.InputName or CellErrors.OutputName ? s_terminal
        : TSpace.TryParseOperation(name.AsSpan(), out byte operation) ? s_operations[operation]
        : s_unknown;
}
