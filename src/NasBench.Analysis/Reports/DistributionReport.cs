using System.Globalization;

namespace NasBench.Analysis;

/// <summary>The part <c>distribution</c>: how means are distributed over the cells.</summary>
internal static class DistributionReport
{
    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<ColumnDistribution> distributions = ColumnDistribution.Of(landscape, cancellationToken);
        return new PartReport(
            json => json.WriteList(distributions, (json, distribution) =>
            {
                json.WriteString("column", distribution.Column.ToString());
                json.WriteNumber("cells", distribution.Cells);
                json.WriteValue("mean", distribution.Mean);
                json.WriteValue("sd", distribution.Deviation);
                for (int i = 0; i < distribution.Quantiles.Count; i++)
                {
                    json.WriteValue(Name(ColumnDistribution.Parts[i]), distribution.Quantiles[i]);
                }
            }),
            [
                new ReportTable(
                    "Means over the repeats, over all cells",
                    ["column", "cells", "mean", "sd", .. ColumnDistribution.Parts.Select(Name)],
                    [.. distributions.Select(Row)]),
            ],
            [
                .. distributions.Where(distribution => distribution.Cells == 0).Select(distribution => $"No cell has a value of {distribution.Column}."),
            ]);
    }

    /// <summary>As those who read quantiles with pandas know them, but for the ends.</summary>
    private static string Name(double part) => part switch
    {
        0 => "min",
        0.5 => "median",
        1 => "max",
        _ => string.Create(CultureInfo.InvariantCulture, $"q{part * 100:00}"),
    };

    private static string[] Row(ColumnDistribution distribution)
    {
        Func<double, string> format = distribution.Column.Metric == MetricKind.TrainingTime ? ReportText.Seconds : ReportText.Fraction;
        return
        [
            distribution.Column.ToString(), ReportText.Count(distribution.Cells), format(distribution.Mean), format(distribution.Deviation),
            .. distribution.Quantiles.Select(format),
        ];
    }
}
