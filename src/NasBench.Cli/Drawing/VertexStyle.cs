namespace NasBench.Cli.Drawing;

/// <summary>The colours of a vertex: a fill of middle lightness with white text, readable on a light and on a dark page.</summary>
/// <param name="Fill">Fill colour.</param>
/// <param name="Text">Text colour.</param>
internal readonly record struct VertexStyle(string Fill, string Text)
{
    /// <summary>The colour of edges and outlines: contrasts with white and with black.</summary>
    public const string Line = "#7a828c";

    private static readonly VertexStyle Terminal = new("#4b5563", "#ffffff");
    private static readonly VertexStyle Unknown = new("#be185d", "#ffffff");

    /// <summary>The style of a vertex by its name.</summary>
    public static VertexStyle Of(string name) => name switch
    {
        "input" or "output" => Terminal,
        "conv3x3-bn-relu" => new("#1d63b8", "#ffffff"),
        "conv1x1-bn-relu" => new("#0f766e", "#ffffff"),
        "maxpool3x3" => new("#b45309", "#ffffff"),
        _ => Unknown,
    };
}
