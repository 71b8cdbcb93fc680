using System.ComponentModel;
using System.Diagnostics;

namespace NasBench.Comparison;

/// <summary>Starts programs.</summary>
internal static class Programs
{
    /// <summary>Starts one with its output and errors redirected.</summary>
    /// <exception cref="InvalidOperationException">It cannot be started.</exception>
    public static Process Start(IReadOnlyList<string> words, IReadOnlyDictionary<string, string>? environment)
    {
        ProcessStartInfo start = new(words[0], words.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new InvalidOperationException($"{words[0]}: cannot be started: {failure.Message}", failure);
        }
    }

    /// <summary>Runs one to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It cannot be started, or does not end with 0.</exception>
    public static string Run(IReadOnlyList<string> words, IReadOnlyDictionary<string, string>? environment = null)
    {
        using Process process = Start(words, environment);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', words)}: exit code {process.ExitCode}: {errors.Result.Trim()} {output.Trim()}");
    }
}
