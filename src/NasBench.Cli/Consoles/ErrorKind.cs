namespace NasBench.Cli;

/// <summary>Why a line, or a single question, has no answer: the words of <c>error_kind</c>.</summary>
internal static class ErrorKind
{
    /// <summary>The line is not a JSON object of the expected form.</summary>
    public const string BadLine = "bad_line";

    /// <summary>The cell is not of the space.</summary>
    public const string InvalidCell = "invalid_cell";

    /// <summary>The data set, or the space, does not hold the cell (or not that repeat of it).</summary>
    public const string NotInData = "not_in_data";

    /// <summary>The data set holds no repeat of that many epochs.</summary>
    public const string NoSuchEpochs = "no_such_epochs";
}
