using System.CommandLine;

namespace NasBench.Cli;

/// <summary><c>-o FILE</c>: results to a file that appears whole or not at all.</summary>
internal static class OutputOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string> Create(string description) => new("--output", "-o") { Description = description, HelpName = "FILE" };
}
