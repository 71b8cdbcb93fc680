using System.Diagnostics;

namespace NasBench.Comparison;

/// <summary>One run of a program, seen from outside.</summary>
/// <param name="Elapsed">From the start of the process to its end.</param>
/// <param name="PeakBytes">The most memory that it held, mapped files included.</param>
/// <param name="PrivateBytes">The most that was its own.</param>
internal sealed record ProcessRun(TimeSpan Elapsed, long PeakBytes, long PrivateBytes)
{
    /// <summary>Between two looks at the memory.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(2);

    /// <summary>Runs a program; what it prints is thrown away.</summary>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="watchesMemory">Whether to look at its memory all the while, which costs it a little.</param>
    /// <exception cref="InvalidOperationException">The program cannot be started, or does not end with 0.</exception>
    public static ProcessRun Measure(IReadOnlyList<string> words, bool watchesMemory = true)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Programs.Start(words, environment: null);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        long own = 0;
        while (watchesMemory && !process.HasExited)
        {
            ProcessMemory memory = ProcessMemory.Of(process);
            peak = Math.Max(peak, memory.PeakBytes);
            own = Math.Max(own, memory.PrivateBytes);
            process.WaitForExit(s_interval);
        }

        process.WaitForExit();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return process.ExitCode == 0
            ? new ProcessRun(elapsed, peak, own)
            : throw new InvalidOperationException($"{string.Join(' ', words)}: exit code {process.ExitCode}: {errors.Result.Trim()}");
    }
}
