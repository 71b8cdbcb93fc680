namespace NasBench.Data;

/// <summary>
/// A data set does not hold what was asked for. Its message is one sentence that names the cell or hash, and what the data set holds instead. The forms whose
/// names begin with Try answer the <see cref="QueryStatus"/> and never throw this.
/// </summary>
public sealed class QueryException : Exception
{
    /// <summary>Describes a query without an answer.</summary>
    /// <param name="status">Why there is none.</param>
    /// <param name="message">A sentence that says what was asked for and what is there instead.</param>
    public QueryException(QueryStatus status, string message)
        : base(message) => Status = status;

    /// <summary>Why there is no answer; never <see cref="QueryStatus.Found"/>.</summary>
    public QueryStatus Status { get; }
}
