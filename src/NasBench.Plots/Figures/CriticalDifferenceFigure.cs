using NasBench.Data;
using NasBench.Search;
using OxyPlot;

namespace NasBench.Plots;

/// <summary>The critical-difference diagram: average ranks of algorithms over several problems, each the folder of a search.</summary>
internal static class CriticalDifferenceFigure
{
    private const double Level = 0.05;

    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        FigureRequest request = material.Request;
        if (request.Searches.Count < 2)
        {
            throw new FigureException("a critical difference compares ranks over several problems: give it the folders of two searches or more");
        }

        List<string> notes = [];
        List<Dictionary<string, double>> problems = [];
        HashSet<Provenance> origins = [];
        foreach (string path in request.Searches)
        {
            (SearchedData data, IReadOnlyList<SearchedRuns> runs) = SearchReader.Read(path, notes, request.Cancellation);
            origins.Add(data.Provenance);
            Dictionary<string, double> means = new(StringComparer.Ordinal);
            foreach (SearchedRuns algorithm in SearchReader.WithLabels(runs))
            {
                double[] final = algorithm.Final;
                if (final.Length > 0)
                {
                    means.Add(algorithm.Label, Samples.Mean(final));
                }
            }

            problems.Add(means);
        }

        string[] names = [.. problems[0].Keys.Where(name => problems.All(problem => problem.ContainsKey(name)))];
        if (names.Length < 2)
        {
            throw new FigureException("the searches have fewer than two algorithms in common");
        }

        int left = problems.SelectMany(problem => problem.Keys).Distinct().Count() - names.Length;
        if (left > 0)
        {
            notes.Add(left == 1 ? "One algorithm is not in all searches and left out." : $"{left} algorithms are not in all searches and left out.");
        }

        FriedmanOutcome outcome = FriedmanTest.Test([.. problems.Select(problem => (IReadOnlyList<double>)[.. names.Select(name => problem[name])])]);
        RankPanel panel = new([.. names.Zip(outcome.AverageRanks)], FriedmanTest.CriticalDifference(names.Length, problems.Count, Level));
        string p = outcome.PValue < 0.0005 ? "< 0.0005" : $"= {Numbers.Short(outcome.PValue)}";
        notes.Insert(
            0,
            $"Average ranks by mean final regret over {problems.Count} searches; 1 is best. Bars join those that do not differ (Nemenyi, level {Level}). "
            + $"Friedman test: p {p}.");
        return new FigureLayout
        {
            Title = $"Average ranks of {string.Join(", ", names)} over {problems.Count} searches",
            Inches = new OxySize(4.6, (panel.Height + 44) / 72),
            Rows = [PanelRow.Of(panel)],
            Notes = notes,
            Origin = Join(origins),
        };
    }

    private static Provenance Join(HashSet<Provenance> origins)
        => origins.Count == 1 ? origins.First() : origins.Any(origin => origin.IsMadeUp()) ? Provenance.Mixed : Provenance.Unknown;
}
