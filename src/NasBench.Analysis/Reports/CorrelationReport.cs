using System.Text.Json;

namespace NasBench.Analysis;

/// <summary>The parts <c>correlation</c> and <c>ranks</c>: what one column tells about another.</summary>
internal static class CorrelationReport
{
    private static readonly string[] s_pairings = ["means", "same", "other"];

    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<ColumnCorrelation> correlations = ColumnCorrelation.Of(landscape, progress, cancellationToken);
        return new PartReport(
            json => json.WriteList(correlations, (json, correlation) =>
            {
                json.WriteString("x", correlation.X.ToString());
                json.WriteString("y", correlation.Y.ToString());
                json.WriteNumber("top_percent", correlation.TopPercent);
                Write(json, correlation.Values);
            }),
            [
                new ReportTable(
                    "Correlations between means over the repeats, over all cells and the best by y",
                    ["x", "y", "top %", "cells", "Pearson", "Spearman", "Kendall"],
                    [
                        .. correlations.Select(correlation => (string[])
                        [
                            correlation.X.ToString(), correlation.Y.ToString(), ReportText.Integer(correlation.TopPercent), .. Texts(correlation.Values),
                        ]),
                    ]),
            ],
            [
                .. NotesOnEpochs(landscape, "no other one to correlate with it"),
                .. NotesOnUndefined(correlations.Count(correlation => double.IsNaN(correlation.Values.Pearson)), correlations.Count),
            ]);
    }

    public static PartReport ComputeRanks(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<RankStability> stabilities = RankStability.Of(landscape, progress, cancellationToken);
        return new PartReport(
            json => json.WriteList(stabilities, (json, stability) =>
            {
                json.WriteString("x", stability.X.ToString());
                json.WriteString("y", stability.Y.ToString());
                json.WriteString("repeats", s_pairings[(int)stability.Pairing]);
                json.WriteNumber("pairs", stability.Pairs);
                Write(json, stability.Values);
            }),
            [
                new ReportTable(
                    "Stability of ranks: means over the repeats, repeats of the same number, different repeats",
                    ["x", "y", "repeats", "pairs", "cells", "Pearson", "Spearman", "Kendall"],
                    [
                        .. stabilities.Select(stability => (string[])
                        [
                            stability.X.ToString(), stability.Y.ToString(), s_pairings[(int)stability.Pairing], ReportText.Integer(stability.Pairs),
                            .. Texts(stability.Values),
                        ]),
                    ]),
            ],
            [
                .. NotesOnEpochs(landscape, "no other one to compare it with"),
                .. NotesOnUndefined(stabilities.Count(stability => double.IsNaN(stability.Values.Pearson)), stabilities.Count),
            ]);
    }

    private static void Write(Utf8JsonWriter json, CorrelationValues values)
    {
        json.WriteNumber("cells", values.Cells);
        json.WriteValue("pearson", values.Pearson);
        json.WriteValue("spearman", values.Spearman);
        json.WriteValue("kendall", values.Kendall);
    }

    private static string[] Texts(CorrelationValues values) =>
    [
        ReportText.Count(values.Cells), ReportText.Fraction(values.Pearson), ReportText.Fraction(values.Spearman), ReportText.Fraction(values.Kendall),
    ];

    private static IEnumerable<string> NotesOnEpochs(Landscape landscape, string lack)
    {
        if (landscape.Epochs.Length == 1)
        {
            yield return $"The data hold only runs of {landscape.Longest.Epochs} epochs, so there is {lack}.";
        }
    }

    private static IEnumerable<string> NotesOnUndefined(int undefined, int count)
    {
        if (undefined > 0)
        {
            yield return $"{undefined} of {count} have no correlation: fewer than two cells have both values, or all have the same.";
        }
    }
}
