using System.Globalization;
using NasBench.Data;
using NasBench.Search;

namespace NasBench.Plots;

/// <summary>Reads the finished runs of folders that <c>nasbench search --out</c> wrote.</summary>
internal static class SearchReader
{
    /// <summary>Reads a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="notes">Receives what one must know: runs that are missing, or that found nothing.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>What was searched, and the runs of each algorithm that has any.</returns>
    /// <exception cref="SearchException">It holds no search, or no finished run.</exception>
    public static (SearchedData Data, IReadOnlyList<SearchedRuns> Runs) Read(string path, List<string> notes, CancellationToken cancellation)
    {
        var folder = ExperimentFolder.Open(path);
        List<SearchedRuns> all = [];
        SearchPlan plan = folder.Plan;
        int missing = 0;
        int empty = 0;
        for (int algorithm = 0; algorithm < plan.Algorithms.Count; algorithm++)
        {
            List<StepCurve> curves = [];
            for (int run = 0; run < plan.Runs; run++)
            {
                cancellation.ThrowIfCancellationRequested();
                RunId id = new(algorithm, run);
                if (!folder.Has(id))
                {
                    missing++;
                    continue;
                }

                ScoredRun scored = folder.Read(id);
                if (scored.Scores.Count == 0)
                {
                    empty++;
                    continue;
                }

                curves.Add(new StepCurve(
                    [.. scored.Result.Incumbents.Select(incumbent => SpentAt(incumbent, plan.Budget.Unit))],
                    [.. scored.Scores.Select(score => score[plan.Regret])]));
            }

            if (curves.Count > 0)
            {
                all.Add(new SearchedRuns(plan, plan.Algorithms[algorithm], curves));
            }
        }

        int planned = plan.Runs * plan.Algorithms.Count;
        if (all.Count == 0)
        {
            throw new SearchException($"{path}: none of the {planned} runs has finished and found a cell");
        }

        if (missing > 0)
        {
            notes.Add($"{planned - missing} of {planned} planned runs are there.");
        }

        if (empty > 0)
        {
            notes.Add(empty == 1 ? "One run evaluated no valid cell and is left out." : $"{empty} runs evaluated no valid cell and are left out.");
        }

        return (folder.Data, all);
    }

    /// <summary>Gives each algorithm a name that no other has: its own, and the settings in which algorithms of that name differ.</summary>
    public static IReadOnlyList<SearchedRuns> WithLabels(IReadOnlyList<SearchedRuns> all)
    {
        List<SearchedRuns> labelled = [];
        foreach (SearchedRuns runs in all)
        {
            SearchedRuns[] namesakes = [.. all.Where(other => other.Name == runs.Name)];
            Dictionary<string, string> own = SettingsOf(runs);
            string[] differing = [.. own.Keys.Where(key => namesakes.Any(other => SettingsOf(other).GetValueOrDefault(key) != own[key]))];
            string details = string.Join(", ", differing.Select(key => $"{key.Replace('_', ' ')} {own[key]}"));
            string label = details.Length == 0 ? runs.Name : $"{runs.Name}, {details}";
            int before = labelled.Count(other => other.Label == label || other.Label.StartsWith(label + " (", StringComparison.Ordinal));
            labelled.Add(runs with { Label = before == 0 ? label : string.Create(CultureInfo.InvariantCulture, $"{label} ({before + 1})") });
        }

        return labelled;
    }

    private static Dictionary<string, string> SettingsOf(SearchedRuns runs)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal)
        {
            ["encoding"] = runs.Algorithm.Encoding.Name,
            ["workers"] = runs.Plan.Workers.ToString(CultureInfo.InvariantCulture),
        };
        foreach ((string name, string value) in runs.Algorithm.Settings.Values)
        {
            settings[name] = value;
        }

        return settings;
    }

    private static double SpentAt(in Incumbent incumbent, BudgetUnit unit) => unit switch
    {
        BudgetUnit.Seconds => incumbent.Seconds,
        BudgetUnit.Evaluations => incumbent.Evaluations,
        _ => incumbent.SpentEpochs,
    };
}
