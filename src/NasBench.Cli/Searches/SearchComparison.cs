using System.Globalization;
using System.Text.Json;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary>Compares the algorithms of several finished searches, each of which is a problem.</summary>
internal sealed class SearchComparison
{
    private const string SummaryName = "summary.json";

    private readonly string[] _paths;
    private readonly string[] _budgets;
    private readonly string[] _provenances;
    private readonly string _regret;
    private readonly ProblemComparison _comparison;

    private SearchComparison(string[] paths, string[] budgets, string[] provenances, string regret, ProblemComparison comparison)
    {
        _paths = paths;
        _budgets = budgets;
        _provenances = provenances;
        _regret = regret;
        _comparison = comparison;
    }

    /// <summary>Whether any of the searches ran against made-up values.</summary>
    public bool IsMadeUp => _provenances.Any(provenance => provenance is "synthetic" or "mixed");

    /// <summary>Reads the summaries of the folders.</summary>
    /// <exception cref="CommandException">
    /// There are fewer than two, or they have other algorithms or regrets: exit code 2; one cannot be read: exit code 3.
    /// </exception>
    public static SearchComparison Read(string[] paths)
    {
        Summary[] summaries = [.. paths.Select(ReadOne)];
        if (summaries.Length < 2)
        {
            throw CommandException.Usage("--compare: one problem gives no critical difference; give the folders of two searches or more");
        }

        for (int i = 1; i < summaries.Length; i++)
        {
            if (summaries[i].Regret != summaries[0].Regret)
            {
                throw CommandException.Usage($"--compare: {paths[0]} has the regret {summaries[0].Regret}, {paths[i]} {summaries[i].Regret}");
            }

            if (!summaries[i].Algorithms.SequenceEqual(summaries[0].Algorithms))
            {
                throw CommandException.Usage(
                    $"--compare: {paths[0]} has {string.Join(", ", summaries[0].Algorithms)}, {paths[i]} {string.Join(", ", summaries[i].Algorithms)}");
            }
        }

        try
        {
            return new SearchComparison(
                paths,
                [.. summaries.Select(summary => summary.Budget)],
                [.. summaries.Select(summary => summary.Provenance)],
                summaries[0].Regret,
                new ProblemComparison(summaries[0].Algorithms, [.. summaries.Select(summary => summary.Means)]));
        }
        catch (SearchException failure)
        {
            throw CommandException.Usage($"--compare: {failure.Message}");
        }
    }

    /// <summary>Writes the members of the comparison into an object that is open.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("regret", _regret);
        json.WriteStartArray("problems");
        for (int i = 0; i < _paths.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("path", _paths[i]);
            json.WriteString("budget", _budgets[i]);
            json.WriteString("provenance", _provenances[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("algorithms");
        for (int a = 0; a < _comparison.Algorithms.Count; a++)
        {
            json.WriteStartObject();
            json.WriteString("algorithm", _comparison.Algorithms[a]);
            json.WriteNumber("average_rank", _comparison.Friedman.AverageRanks[a]);
            json.WriteStartArray("mean_regrets");
            foreach (IReadOnlyList<double> problem in _comparison.Values)
            {
                json.WriteNumberValue(problem[a]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("friedman");
        json.WriteNumber("statistic", _comparison.Friedman.Statistic);
        json.WriteNumber("p", _comparison.Friedman.PValue);
        json.WriteEndObject();
        json.WriteNumber("level", ProblemComparison.Level);
        json.WriteNumber("critical_difference", _comparison.CriticalDifference);
        json.WriteStartArray("different");
        foreach ((string first, string second) in _comparison.Different)
        {
            json.WriteStartArray();
            json.WriteStringValue(first);
            json.WriteStringValue(second);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the comparison for people.</summary>
    public void WriteTable(CommandConsole console)
    {
        TextTable.WriteNumbers(
            console,
            ["algorithm", .. _paths, "average rank"],
            Enumerable.Range(0, _comparison.Algorithms.Count).OrderBy(a => _comparison.Friedman.AverageRanks[a]).Select(a => (string[])
            [
                _comparison.Algorithms[a],
                .. _comparison.Values.Select(problem => problem[a].ToString("F5", CultureInfo.InvariantCulture)),
                _comparison.Friedman.AverageRanks[a].ToString("F2", CultureInfo.InvariantCulture),
            ]));
        console.Output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"mean regrets ({_regret}); Friedman chi-square {_comparison.Friedman.Statistic:F2}, p {_comparison.Friedman.PValue:G2}; "));
        console.Output.Write(string.Create(
            CultureInfo.InvariantCulture, $"critical difference of average ranks {_comparison.CriticalDifference:F2} at level {ProblemComparison.Level}\n"));
        string pairs = string.Join("; ", _comparison.Different.Select(pair => $"{pair.First}, {pair.Second}"));
        console.Output.Write(pairs.Length == 0 ? "no pair differs\n" : $"different: {pairs}\n");
    }

    private static Summary ReadOne(string path)
    {
        string file = Path.Combine(path, SummaryName);
        if (!File.Exists(file))
        {
            throw CommandException.Input($"{path}: holds no finished search: there is no {SummaryName}");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = document.RootElement;
            JsonElement[] algorithms = [.. root.GetProperty("algorithms").EnumerateArray()];
            return new Summary(
                root.GetProperty("regret").GetString()!,
                root.GetProperty("budget").GetString()!,
                root.GetProperty("provenance").GetString()!,
                [.. algorithms.Select(algorithm => algorithm.GetProperty("algorithm").GetString()!)],
                [.. algorithms.Select(algorithm => algorithm.GetProperty("final_regret").GetProperty("mean").GetDouble())]);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw CommandException.Input($"{file}: is not the summary of a search in which every algorithm has a regret: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Input($"{file}: cannot be read: {failure.Message}", failure);
        }
    }

    private sealed record Summary(string Regret, string Budget, string Provenance, string[] Algorithms, double[] Means);
}
