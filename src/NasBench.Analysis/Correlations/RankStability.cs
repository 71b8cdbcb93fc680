using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>How stable the order of the cells is between single trainings, and how much steadier it is for means.</summary>
/// <param name="X">The first column.</param>
/// <param name="Y">The second column.</param>
/// <param name="Pairing">Which trainings were compared.</param>
/// <param name="Pairs">Over how many pairs of repeats the correlations are means; 0 where there is no such pair, 1 for means.</param>
/// <param name="Values">The means of the correlations over the pairs of repeats; the cells are those of the pair that has the fewest.</param>
public sealed record RankStability(ColumnName X, ColumnName Y, RepeatPairing Pairing, int Pairs, CorrelationValues Values)
{
    /// <summary>How many repeats of a cell take part: the first ones. Data sets have three.</summary>
    public const int MaxRepeats = 3;

    /// <summary>
    /// Validation accuracy at every number of epochs against itself by other repeats, against validation accuracy at the largest number of epochs, and, at
    /// that number, against test accuracy.
    /// </summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Pair of columns by pair of columns, each with every pairing that it allows.</returns>
    /// <remarks>A few seconds for the whole space and four numbers of epochs; up to four threads share the work, and the values do not depend on how
    /// many.</remarks>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<RankStability> Of(
        Landscape landscape, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        RepeatColumns columns = new(landscape, progress is null ? null : new PartialProgress(progress, 0, RepeatColumns.PartOfTheWork), cancellationToken);
        Comparison[] comparisons = [.. Comparisons(landscape)];
        (int Comparison, int RepeatX, int RepeatY)[] jobs =
        [
            .. comparisons.SelectMany((comparison, place) => comparison.Repeats(landscape).Select(pair => (place, pair.X, pair.Y))),
        ];
        CorrelationValues[] values = new CorrelationValues[jobs.Length];
        ParallelWork.Run(
            new WorkRanges(jobs.Length, 1),
            piece =>
            {
                (int place, int x, int y) = jobs[piece.Start.Value];
                values[piece.Start.Value] = RankedColumn.Compare(columns[comparisons[place].X, x], columns[comparisons[place].Y, y]);
            },
            progress is null ? null : new PartialProgress(progress, RepeatColumns.PartOfTheWork, 1),
            cancellationToken);
        return
        [
            .. comparisons.Select((comparison, place) => Summarize(
                comparison, [.. values.Where((_, job) => jobs[job].Comparison == place)])),
        ];
    }

    private static IEnumerable<Comparison> Comparisons(Landscape landscape)
    {
        ColumnName longest = new(MetricKind.Validation, landscape.Longest.Epochs);
        foreach (EpochsColumns columns in landscape.Columns)
        {
            ColumnName validation = new(MetricKind.Validation, columns.Epochs);
            yield return new Comparison(validation, validation, RepeatPairing.Other);
            ColumnName other = validation == longest ? new ColumnName(MetricKind.Test, columns.Epochs) : longest;
            foreach (RepeatPairing pairing in Enum.GetValues<RepeatPairing>())
            {
                yield return new Comparison(validation, other, pairing);
            }
        }
    }

    private static RankStability Summarize(Comparison comparison, CorrelationValues[] values) => new(
        comparison.X,
        comparison.Y,
        comparison.Pairing,
        values.Length,
        new CorrelationValues(
            values.Select(value => value.Cells).DefaultIfEmpty(0).Min(),
            Mean(values, value => value.Pearson),
            Mean(values, value => value.Spearman),
            Mean(values, value => value.Kendall)));

    private static double Mean(CorrelationValues[] values, Func<CorrelationValues, double> one) => Search.Samples.Mean([.. values.Select(one)]);

    private sealed record Comparison(ColumnName X, ColumnName Y, RepeatPairing Pairing)
    {
        /// <summary>The pairs of repeats to compare; -1 stands for the means. Two repeats of one column are compared once.</summary>
        public IEnumerable<(int X, int Y)> Repeats(Landscape landscape)
        {
            if (Pairing == RepeatPairing.Means)
            {
                return [(RepeatColumns.Means, RepeatColumns.Means)];
            }

            int repeatsX = Math.Min(landscape.At(X.Epochs).MaxRepeats, MaxRepeats);
            int repeatsY = Math.Min(landscape.At(Y.Epochs).MaxRepeats, MaxRepeats);
            return from x in Enumerable.Range(0, repeatsX)
                   from y in Enumerable.Range(0, repeatsY)
                   where x == y == (Pairing == RepeatPairing.Same) && (X != Y || x < y)
                   select (x, y);
        }
    }
}
