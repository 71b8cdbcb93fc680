using NasBench.Search;

namespace NasBench.Analysis;

/// <summary>How the values of a column of means are distributed over the cells.</summary>
/// <param name="Column">The column.</param>
/// <param name="Cells">How many cells have the value.</param>
/// <param name="Mean">Their mean; NaN of none.</param>
/// <param name="Deviation">Their standard deviation, divided by one less than their number; NaN of fewer than two.</param>
/// <param name="Quantiles">The values at <see cref="Parts"/>, by type 7 of Hyndman and Fan, as numpy does; NaN of none.</param>
public sealed record ColumnDistribution(ColumnName Column, int Cells, double Mean, double Deviation, IReadOnlyList<double> Quantiles)
{
    /// <summary>The parts of the cells at which quantiles are taken: 0 is the least value, 1 the greatest.</summary>
    public static IReadOnlyList<double> Parts { get; } = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1];

    /// <summary>The distributions of all columns of a landscape (the numbers of paper, figure 2).</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>By number of epochs, then in the order of <see cref="MetricKind"/>. Some tenths of a second for the whole space.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<ColumnDistribution> Of(Landscape landscape, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        List<ColumnDistribution> distributions = [];
        foreach (EpochsColumns columns in landscape.Columns)
        {
            foreach (MetricKind metric in Enum.GetValues<MetricKind>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                distributions.Add(Of(new ColumnName(metric, columns.Epochs), columns.PresentValues(metric)));
            }
        }

        return distributions;
    }

    private static ColumnDistribution Of(ColumnName column, double[] values)
    {
        double mean = Samples.Mean(values);
        double deviation = Samples.Deviation(values);
        Array.Sort(values);
        return new ColumnDistribution(column, values.Length, mean, deviation, [.. Parts.Select(part => Samples.Quantile(values, part))]);
    }
}
