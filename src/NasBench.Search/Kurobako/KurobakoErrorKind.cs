namespace NasBench.Search;

/// <summary>The kinds of errors that kurobako knows.</summary>
internal static class KurobakoErrorKind
{
    /// <summary>A message that cannot be understood, or that names what there is not.</summary>
    public const string InvalidInput = "INVALID_INPUT";

    /// <summary>The solver is asked for what it cannot do.</summary>
    public const string Incapable = "INCAPABLE";

    /// <summary>The parameters are no cell of the data. The one kind that does not end a study: the solver is told that there are no values.</summary>
    public const string UnevaluableParams = "UNEVALUABLE_PARAMS";

    /// <summary>A fault of ours.</summary>
    public const string Bug = "BUG";

    /// <summary>Anything else.</summary>
    public const string Other = "OTHER";
}
