namespace NasBench.Cli;

/// <summary>A question that cannot be answered: a line with <c>error</c> and <c>error_kind</c> in a batch; alone, exit code 1.</summary>
/// <param name="Kind">A word of <see cref="ErrorKind"/>.</param>
/// <param name="Message">Why.</param>
internal sealed record NoAnswer(string Kind, string Message);
