namespace NasBench.Cli;

/// <summary>Names of files on the command line.</summary>
internal static class GivenName
{
    /// <summary>Refuses an empty name, as an unset variable of a shell gives one.</summary>
    /// <param name="option">The option or argument that names a file.</param>
    /// <param name="path">What was given; null where nothing was.</param>
    /// <exception cref="CommandException">The name is empty: exit code 2.</exception>
    public static void Require(string option, string? path)
    {
        if (path?.Length == 0)
        {
            throw CommandException.Usage($"{option}: the name of the file is empty");
        }
    }
}
