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
            $"{plan.Budget}, seed {plan.Seed}, regret {plan.Regret.GetName()} of the incumbent at the end (the {Incumbent(plan)}); "));
        console.Output.Write(string.Create(
            CultureInfo.InvariantCulture, $"optimum {summary.Optimum:F6}, values {summary.Data.Provenance.GetName()}\n"));
        TextTable.WriteNumbers(
            console,
            ["algorithm", "encoding", "runs", "evaluations", "invalid", "classes", "mean regret", "95 % interval", "median", "at optimum", "own µs"],
            summary.Algorithms.Select(Row));
        WriteProgress(console, summary);
        WriteFronts(console, summary);
        if (summary.Comparisons.Count > 0)
        {
            TextTable.WriteNumbers(
                console,
                ["pair", "A12", "p", "p (Holm)"],
                summary.Comparisons.Select(pair => (string[])
                    [$"{pair.First}, {pair.Second}", pair.A12.ToString("F2", CultureInfo.InvariantCulture), Probability(pair.P), Probability(pair.Holm)]));
        }
    }

    /// <summary>How soon each algorithm was how good: expected times to regrets, the curve as a whole, the rank.</summary>
    private static void WriteProgress(CommandConsole console, ExperimentSummary summary)
    {
        if (summary.Algorithms.Count == 0)
        {
            return;
        }

        string[] times =
        [
            .. summary.Algorithms[0].Targets.Select(target => $"s to {target.Regret.ToString(CultureInfo.InvariantCulture)}"),
            .. summary.Algorithms[0].Targets.Select(target => $"evals to {target.Regret.ToString(CultureInfo.InvariantCulture)}"),
        ];
        TextTable.WriteNumbers(
            console,
            ["algorithm", "sd of regret", .. times, "over log time", "mean rank"],
            summary.Algorithms.Select(algorithm => (string[])
            [
                algorithm.Name,
                Small(algorithm.RegretDeviation),
                .. algorithm.Targets.Select(target => Expected(target.Seconds)),
                .. algorithm.Targets.Select(target => Expected(target.Evaluations)),
                Small(algorithm.MeanOverLogTime),
                double.IsNaN(algorithm.MeanRank) ? "-" : algorithm.MeanRank.ToString("F1", CultureInfo.InvariantCulture),
            ]));
    }

    private static void WriteFronts(CommandConsole console, ExperimentSummary summary)
    {
        if (summary.Data.Scale is not { } scale)
        {
            return;
        }

        console.Output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Plan.Objectives.GetName()}: hypervolume of fronts, of at most {scale.Exact:G6}, up to loss {scale.Reference.First:F4} "));
        console.Output.Write(string.Create(CultureInfo.InvariantCulture, $"and {scale.Reference.Second:G7}\n"));
        TextTable.WriteNumbers(
            console,
            ["algorithm", "cells", "hypervolume", "of the exact", "95 % interval"],
            summary.Algorithms.Where(algorithm => algorithm.Fronts is not null).Select(algorithm => (string[])
            [
                algorithm.Name,
                algorithm.Fronts!.Fronts.Average(front => front.Points.Count).ToString("F1", CultureInfo.InvariantCulture),
                algorithm.Fronts.Hypervolume.Mean.ToString("G6", CultureInfo.InvariantCulture),
                algorithm.Fronts.Relative is { } part ? part.Mean.ToString("F4", CultureInfo.InvariantCulture) : "-",
                algorithm.Fronts.Relative is { } relative
                    ? string.Create(CultureInfo.InvariantCulture, $"{relative.Low:F4}..{relative.High:F4}")
                    : "-",
            ]));
    }

    private static string Expected(double value) => double.IsFinite(value) ? value.ToString("G3", CultureInfo.InvariantCulture) : "-";

    private static string Small(double value) => double.IsFinite(value) ? Accuracy(value) : "-";

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

    /// <summary>Which evaluation the incumbent is.</summary>
    private static string Incumbent(SearchPlan plan)
    {
        string[] rules = [.. plan.Algorithms.Select(algorithm => algorithm.Incumbent.ToString().ToLowerInvariant()).Distinct()];
        string value = plan.IncumbentBy == IncumbentValue.Mean ? "best mean of all repeats" : "best validation accuracy seen";
        return $"{value}, epochs: {string.Join(" or ", rules)}";
    }

    private static string Probability(double value) => value.ToString("G2", CultureInfo.InvariantCulture);

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Accuracy(double value) => value.ToString("F5", CultureInfo.InvariantCulture);
}
