namespace NasBench.Data;

/// <summary>Explains answers of queries. Thread-safe; no allocation.</summary>
public static class QueryStatusExtensions
{
    /// <summary>A plain sentence that says what a status means.</summary>
    /// <param name="status">The status.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not a named value.</exception>
    public static string Describe(this QueryStatus status) => status switch
    {
        QueryStatus.Found => "The data set holds what was asked for.",
        QueryStatus.InvalidCell => "The cell is not of the search space of NAS-Bench-101: it breaks one of the space's limits, or it belongs to another space.",
        QueryStatus.NotInData => "The cell is of the search space, but the data set holds nothing of it.",
        QueryStatus.NoSuchEpochs => "The data set, or this cell in it, has no run of that many epochs.",
        QueryStatus.NoSuchRepeat => "The cell has runs of that many epochs, but no repeat with that number.",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This is not a status of a query."),
    };
}
