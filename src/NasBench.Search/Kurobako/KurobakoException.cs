namespace NasBench.Search;

/// <summary>Becomes an <c>ERROR_REPLY</c>.</summary>
/// <param name="kind">One of <see cref="KurobakoErrorKind"/>.</param>
/// <param name="message">What is wrong, for people.</param>
internal sealed class KurobakoException(string kind, string message) : Exception(message)
{
    public string Kind { get; } = kind;

    public static KurobakoException InvalidInput(string message) => new(KurobakoErrorKind.InvalidInput, message);
}
