using System.Globalization;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>
/// The folder of an experiment: <c>settings.json</c>, a file for each finished run under <c>runs</c>, and once all runs are there
/// <c>evaluations</c>, <c>incumbents</c> and <c>summary.json</c>. Every file appears whole or not at all.
/// </summary>
public sealed class ExperimentFolder
{
    private const string SettingsName = "settings.json";
    private const string RunsName = "runs";

    private readonly string _path;

    private ExperimentFolder(string path, SearchPlan plan, SearchedData data)
    {
        _path = path;
        Plan = plan;
        Data = data;
    }

    /// <summary>What is run.</summary>
    public SearchPlan Plan { get; }

    /// <summary>What it is run against.</summary>
    public SearchedData Data { get; }

    /// <summary>All runs of the experiment, in order.</summary>
    public IEnumerable<RunId> AllRuns => Plan.AllRuns;

    /// <summary>Opens the folder of an experiment, new or begun before.</summary>
    /// <param name="path">The folder; it is made where there is none.</param>
    /// <param name="plan">What is run.</param>
    /// <param name="data">What it is run against.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="SearchException">It holds a search with other settings, or something else.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static ExperimentFolder Open(string path, SearchPlan plan, SearchedData data)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.AddsOwnTime)
        {
            throw new SearchException(
                "add-overhead: real time is never the same twice, so such a search cannot be continued or made again, and keeps no folder");
        }

        byte[] settings = SettingsJson.Write(plan, data);
        string file = Path.Combine(path, SettingsName);
        if (File.Exists(file))
        {
            RequireSame(path, File.ReadAllBytes(file), settings);
        }
        else
        {
            Directory.CreateDirectory(Path.Combine(path, RunsName));
            WriteWhole(file, stream => stream.Write(settings));
        }

        Directory.CreateDirectory(Path.Combine(path, RunsName));
        return new ExperimentFolder(path, plan, data);
    }

    /// <summary>Opens the folder of an experiment that was begun before.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="SearchException">It holds no search.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ExperimentFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string file = Path.Combine(path, SettingsName);
        if (!File.Exists(file))
        {
            throw new SearchException($"{path}: holds no search: there is no {SettingsName}");
        }

        (SearchPlan plan, SearchedData data) = SettingsJson.Read(File.ReadAllBytes(file), file);
        return new ExperimentFolder(path, plan, data);
    }

    /// <summary>Requires that another folder is of the same experiment.</summary>
    /// <param name="other">The other folder.</param>
    /// <exception cref="SearchException">Its settings are different.</exception>
    public void RequireSameSettings(ExperimentFolder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        RequireSame(other._path, SettingsJson.Write(other.Plan, other.Data), SettingsJson.Write(Plan, Data));
    }

    /// <summary>Whether a run is finished.</summary>
    /// <param name="id">Which run.</param>
    public bool Has(RunId id) => File.Exists(PathOf(id));

    /// <summary>Keeps a finished run.</summary>
    /// <param name="id">Which run.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(RunId id, ScoredRun run) => RunFile.Write(PathOf(id), run, hasTimes: Plan.Workers > 1);

    /// <summary>Reads a finished run back.</summary>
    /// <param name="id">Which run.</param>
    /// <exception cref="DataFormatException">Its file is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public ScoredRun Read(RunId id) => RunFile.Read(PathOf(id));

    /// <summary>Copies the file of a finished run from another folder.</summary>
    /// <param name="id">Which run.</param>
    /// <param name="other">The other folder.</param>
    /// <exception cref="IOException">It cannot be copied.</exception>
    public void Copy(RunId id, ExperimentFolder other)
    {
        ArgumentNullException.ThrowIfNull(other);
        byte[] bytes = File.ReadAllBytes(other.PathOf(id));
        WriteWhole(PathOf(id), stream => stream.Write(bytes));
    }

    /// <summary>Writes a file beside the settings, or in a folder beside them, which is made.</summary>
    /// <param name="name">Its name, with that of the folder.</param>
    /// <param name="write">Writes the contents.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void WriteFile(string name, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string file = Path.Combine(_path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        WriteWhole(file, write);
    }

    private static void RequireSame(string path, ReadOnlySpan<byte> found, ReadOnlySpan<byte> expected)
    {
        if (!found.SequenceEqual(expected))
        {
            throw new SearchException($"{path}: holds a search with other settings: {Difference(found, expected)}");
        }
    }

    /// <summary>The first line that differs.</summary>
    private static string Difference(ReadOnlySpan<byte> found, ReadOnlySpan<byte> expected)
    {
        string[] there = System.Text.Encoding.UTF8.GetString(found).Split('\n');
        string[] here = System.Text.Encoding.UTF8.GetString(expected).Split('\n');
        int line = 0;
        while (line < Math.Min(there.Length, here.Length) - 1 && there[line] == here[line])
        {
            line++;
        }

        return $"{there[line].Trim().TrimEnd(',')} there, {here[line].Trim().TrimEnd(',')} here";
    }

    private static void WriteWhole(string path, Action<Stream> write)
    {
        using var file = new AtomicFile(path);
        write(file.Stream);
        file.Complete();
    }

    private string PathOf(RunId id) => Path.Combine(
        _path,
        RunsName,
        string.Create(CultureInfo.InvariantCulture, $"{id.Algorithm + 1:D2}-{Plan.Algorithms[id.Algorithm].Algorithm.Name}-{id.Run:D5}.run"));
}
