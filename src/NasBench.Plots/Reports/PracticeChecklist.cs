using NasBench.Data;
using NasBench.Search;

namespace NasBench.Plots;

/// <summary>
/// The checklist of Lindauer and Hutter, "Best Practices for Scientific Research on Neural Architecture Search" (JMLR 21/243, 2020), filled in for a search as
/// far as its settings and results tell.
/// </summary>
public static class PracticeChecklist
{
    private const string Yes = "yes";
    private const string Partly = "partly";
    private const string No = "no";
    private const string Open = "yours to say";

    /// <summary>How many runs count as several: with fewer, intervals say little.</summary>
    private const int FewRuns = 10;

    /// <summary>Fills the checklist in.</summary>
    /// <param name="summary">What the search came to.</param>
    /// <returns>All fourteen practices, in order.</returns>
    public static IReadOnlyList<Practice> Fill(ExperimentSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        SearchPlan plan = summary.Plan;
        string[] names = [.. plan.Algorithms.Select(algorithm => algorithm.Algorithm.Name)];
        string[] encodings = [.. plan.Algorithms.Select(algorithm => algorithm.Encoding.Name).Distinct()];
        int fewest = summary.Algorithms.Min(algorithm => algorithm.Runs);
        string[] changed = [.. plan.Algorithms.Where(HasChanges).Select(algorithm => algorithm.Algorithm.Name)];
        string data = summary.Data.Provenance.IsMadeUp()
            ? $"the values are {summary.Data.Provenance.GetName()}: no result of this search says anything about networks"
            : $"{summary.Data.Cells:N0} cells, epochs {string.Join(", ", summary.Data.Epochs)}";
        return
        [
            new(1, "The code that trains the networks is public", Yes, "nobody trains here: every value is looked up in the table"),
            new(2, "The code of the method is public", Open, "the methods named here are part of NasBench for .NET; where is yours?"),
            new(3, "It is published with the results, not later", Open, "settings.json runs this search again to the byte"),
            new(4, "The same benchmark, not only the same images", summary.Data.Provenance.IsMadeUp() ? No : Yes, data),
            new(5, "Ablations: what each part of the method gives", Open,
                "nasbench search --set NAME=VALUE runs a part without it; mutate-best is BANANAS without its model"),
            new(6, "All methods are evaluated in the same way", encodings.Length == 1 ? Yes : Partly,
                encodings.Length == 1 ? $"one accounting; encoding {encodings[0]}" : $"one accounting, but encodings differ: {string.Join(", ", encodings)}"),
            new(7, "Performance over time, not only at the end", Yes, "the curves above"),
            new(8, "Compared with random search", names.Contains("random") ? Yes : No,
                names.Contains("random") ? "random is one of the algorithms" : "add random to --algorithm"),
            new(9, "Several runs of each method", fewest >= FewRuns ? Yes : fewest > 1 ? Partly : No, $"{fewest} of each algorithm, seed {plan.Seed}"),
            new(10, "A tabular benchmark where there is one", Yes, "NAS-Bench-101"),
            new(11, "Nothing but the methods differs", plan.HasCommonStart ? Yes : Partly,
                plan.HasCommonStart ? "runs begin with the same draws" : "--common-start gives all methods the same beginning; profiles decide settings"),
            new(12, "Tuning of the methods is told", changed.Length == 0 ? Partly : Open,
                changed.Length == 0
                    ? "settings are those of each source; several sources tuned theirs on this very table"
                    : $"settings were changed for {string.Join(", ", changed)}: how were they found, and at what cost?"),
            new(13, "The time of the whole method is told", Yes, "simulated training time, and own seconds an evaluation in the table above"),
            new(14, "All details of the experiment are told", Yes, "version, data, seed, budget and settings: see below, and settings.json"),
        ];
    }

    private static bool HasChanges(PlannedAlgorithm algorithm)
        => ProfileTable.Find(algorithm.Algorithm.Name, algorithm.Profile) is not { } settings
            || algorithm.Settings.Values.Any(value => !settings.Has(value.Key) || settings.Word(value.Key) != value.Value);
}
