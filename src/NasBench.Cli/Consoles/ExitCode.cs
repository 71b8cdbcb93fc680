namespace NasBench.Cli;

/// <summary>The exit codes of the command: the one list that scripts rely on.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The answer is no: the cell is invalid, not in the data set, the verification failed.</summary>
    No = 1,

    /// <summary>Wrong usage: an unknown command or option, a value that cannot be read, no data set named.</summary>
    Usage = 2,

    /// <summary>The input data cannot be read: missing, corrupt, truncated, empty, not of the format.</summary>
    InputFailed = 3,

    /// <summary>The output cannot be written: disk full, read-only folder.</summary>
    OutputFailed = 4,

    /// <summary>Interrupted (Ctrl-C); no half-written file is left.</summary>
    Interrupted = 130,
}
