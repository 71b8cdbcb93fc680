using System.Text.Json;
using NasBench.Bench;

namespace NasBench.Comparison;

/// <summary>A program as a whole: medians of its runs.</summary>
/// <param name="Name">What it did.</param>
/// <param name="Build">How it was built.</param>
/// <param name="Seconds">From start to end.</param>
/// <param name="Spread">From the fastest to the slowest run, as a part of the median.</param>
/// <param name="PeakBytes">The most memory, mapped files included; 0 where it was not watched.</param>
/// <param name="PrivateBytes">The most memory of its own; 0 where it was not watched.</param>
/// <param name="Runs">Runs.</param>
internal sealed record MeasuredProcess(string Name, string Build, double Seconds, double Spread, long PeakBytes, long PrivateBytes, int Runs)
{
    /// <summary>Combines runs.</summary>
    public static MeasuredProcess Of(string name, string build, IReadOnlyList<ProcessRun> runs)
    {
        double[] seconds = [.. runs.Select(run => run.Elapsed.TotalSeconds)];
        double median = Median.Of(seconds);
        return new MeasuredProcess(
            name, build, median, (seconds.Max() - seconds.Min()) / median, runs.Max(run => run.PeakBytes), runs.Max(run => run.PrivateBytes), runs.Count);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; nothing where there is no file.</summary>
    public static IReadOnlyList<MeasuredProcess> Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<MeasuredProcess[]>(File.ReadAllText(path)) ?? [] : [];

    /// <summary>Writes a file, what is new in place of what had the same name and build.</summary>
    public static void Write(string path, IReadOnlyList<MeasuredProcess> processes)
    {
        HashSet<(string, string)> replaced = [.. processes.Select(process => (process.Name, process.Build))];
        MeasuredProcess[] all = [.. Read(path).Where(old => !replaced.Contains((old.Name, old.Build))), .. processes];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(all));
    }
}
