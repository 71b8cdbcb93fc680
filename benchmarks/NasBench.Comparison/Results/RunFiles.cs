using System.Globalization;
using System.Text.Json;
using NasBench.Bench;

namespace NasBench.Comparison;

/// <summary>The answers of <c>nasbench bench --json</c>, a file a run: <c>BUILD_SET_NUMBER.json</c>.</summary>
/// <param name="folder">Where they are.</param>
internal sealed class RunFiles(string folder)
{
    private const char Separator = '_';

    /// <summary>Keeps one.</summary>
    public void Add(string build, string set, string json)
    {
        Directory.CreateDirectory(folder);
        int number = Directory.EnumerateFiles(folder, $"{build}{Separator}{set}{Separator}*.json").Count();
        File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{build}{Separator}{set}{Separator}{number:000}.json")), json);
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The rows of all runs, those of one name, build and set combined.</summary>
    /// <exception cref="InvalidDataException">Two runs gave different answers to the same questions.</exception>
    public IReadOnlyList<MeasuredRow> Read()
    {
        List<(string Build, string Set, JsonElement Row)> rows = [];
        Dictionary<string, string> signatures = [];
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        foreach (string file in paths.Order(StringComparer.Ordinal))
        {
            string[] parts = Path.GetFileNameWithoutExtension(file).Split(Separator);
            JsonElement run = JsonElement.Parse(File.ReadAllText(file));
            signatures.TryAdd(run.GetProperty("signature").GetString()!, file);
            rows.AddRange(run.GetProperty("rows").EnumerateArray().Select(row => (parts[0], parts[1], row)));
        }

        return signatures.Count > 1
            ? throw new InvalidDataException($"the signatures of these runs differ: {string.Join(", ", signatures.Values)}")
            :
            [
                .. rows.GroupBy(run => (Name: run.Row.GetProperty("name").GetString()!, run.Build, run.Set))
                    .Select(group => Combine(group.Key, [.. group.Select(run => run.Row)])),
            ];
    }

    private static MeasuredRow Combine((string Name, string Build, string Set) key, JsonElement[] rows)
    {
        double[] times = [.. Values("ns")];
        double median = Median.Of(times);
        return new MeasuredRow(
            key.Name, key.Build, key.Set, median, Median.Of(Values("straightforward_ratio")), Median.Of(Values("floor_ratio")),
            (long)Values("allocated_bytes").Min(),
            rows.Length > 1 ? (times.Max() - times.Min()) / median : rows[0].GetProperty("spread").GetDouble(), rows.Length);

        IEnumerable<double> Values(string name) => rows.Select(row => row.GetProperty(name).GetDouble());
    }
}
