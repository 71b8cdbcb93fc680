namespace NasBench.Cli;

/// <summary>The reader of standard output has gone (as in <c>| head</c>): the command ends quietly.</summary>
internal sealed class ClosedPipeException() : IOException("standard output was closed by its reader");
