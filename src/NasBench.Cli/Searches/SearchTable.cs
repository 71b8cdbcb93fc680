using System.Globalization;
using NasBench.Data;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary>A search's summary for people.</summary>
internal static class SearchTable
{
    /// <summary>Writes a line for each algorithm.</summary>
    public static void Write(CommandConsole console, ExperimentSummary summary)
    {
        SearchPlan plan = summary.Plan;
        console.Output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Budget}, seed {plan.Seed}, regret {plan.Regret.GetName()} of the incumbent at the end; "));
        console.Output.Write(string.Create(
            CultureInfo.InvariantCulture, $"optimum {summary.Optimum:F6}, values {summary.Data.Provenance.GetName()}\n"));
        TextTable.WriteNumbers(
            console,
            ["algorithm", "encoding", "runs", "evaluations", "invalid", "classes", "mean regret", "95 % interval", "median", "at optimum", "own µs"],
            summary.Algorithms.Select(Row));
        if (summary.Comparisons.Count > 0)
        {
            TextTable.WriteNumbers(
                console,
                ["pair", "A12", "p", "p (Holm)"],
                summary.Comparisons.Select(pair => (string[])
                    [$"{pair.First}, {pair.Second}", pair.A12.ToString("F2", CultureInfo.InvariantCulture), Probability(pair.P), Probability(pair.Holm)]));
        }
    }

    private static string[] Row(AlgorithmSummary algorithm) =>
    [
        algorithm.Name,
        algorithm.Algorithm.Encoding.Name,
        Whole(algorithm.Runs),
        Whole(algorithm.Evaluations),
        Whole(algorithm.Invalid),
        Whole(algorithm.Distinct),
        algorithm.FinalRegret is { } regret ? Accuracy(regret.Mean) : "-",
        algorithm.FinalRegret is { } interval ? $"{Accuracy(interval.Low)}..{Accuracy(interval.High)}" : "-",
        algorithm.FinalRegret is { } middle ? Accuracy(middle.Median) : "-",
        (algorithm.AtOptimum * 100).ToString("F0", CultureInfo.InvariantCulture) + " %",
        (algorithm.OwnSecondsPerEvaluation * 1e6).ToString("G3", CultureInfo.InvariantCulture),
    ];

    private static string Probability(double value) => value.ToString("G2", CultureInfo.InvariantCulture);

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Accuracy(double value) => value.ToString("F5", CultureInfo.InvariantCulture);
}
