using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>How two columns of means go together over the best cells.</summary>
/// <param name="X">The first column.</param>
/// <param name="Y">The second column, by which cells are the best.</param>
/// <param name="TopPercent">How many percent of the cells that have both values: those whose y is at least that of rank round(n p / 100), where half is
/// rounded to even and the rank is at least 1. Cells with the same y as the last one belong to them.</param>
/// <param name="Values">What was found.</param>
public sealed record ColumnCorrelation(ColumnName X, ColumnName Y, int TopPercent, CorrelationValues Values)
{
    /// <summary>The parts of the cells that are looked at, in percent.</summary>
    public static IReadOnlyList<int> TopPercents { get; } = [100, 50, 25, 10, 5, 1];

    /// <summary>
    /// The correlations of validation accuracy at every smaller number of epochs with that at the largest, and of validation with test accuracy at the largest
    /// (paper, supplement figure 7).
    /// </summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Pair by pair, each over all <see cref="TopPercents"/>.</returns>
    /// <remarks>About a second for the whole space and four numbers of epochs; up to four threads share the work, and the values do not depend on how
    /// many.</remarks>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<ColumnCorrelation> Of(
        Landscape landscape, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        int longest = landscape.Longest.Epochs;
        ColumnName validation = new(MetricKind.Validation, longest);
        (ColumnName X, ColumnName Y)[] pairs =
        [
            .. landscape.Columns.SkipLast(1).Select(columns => (new ColumnName(MetricKind.Validation, columns.Epochs), validation)),
            (validation, new ColumnName(MetricKind.Test, longest)),
        ];
        ColumnName[] names = [.. pairs.Select(pair => pair.X).Append(pairs[^1].Y)];
        RankedColumn[] columns = new RankedColumn[names.Length];
        ColumnCorrelation[] correlations = new ColumnCorrelation[pairs.Length * TopPercents.Count];

        // Ranks are for all comparisons; then every comparison is a piece of its own.
        double ranked = progress is null ? 0 : 0.2;
        ParallelWork.Run(
            new WorkRanges(columns.Length, 1),
            piece => columns[piece.Start.Value] = new RankedColumn(Present(landscape, names[piece.Start.Value])),
            progress is null ? null : new PartialProgress(progress, 0, ranked),
            cancellationToken);
        ParallelWork.Run(
            new WorkRanges(correlations.Length, 1),
            piece =>
            {
                (int pair, int top) = Math.DivRem(piece.Start.Value, TopPercents.Count);
                RankedColumn y = columns[Array.IndexOf(names, pairs[pair].Y)];
                CorrelationValues values = RankedColumn.Compare(columns[pair], y, TopPercents[top]);
                correlations[piece.Start.Value] = new ColumnCorrelation(pairs[pair].X, pairs[pair].Y, TopPercents[top], values);
            },
            progress is null ? null : new PartialProgress(progress, ranked, 1),
            cancellationToken);
        return correlations;
    }

    private static double[] Present(Landscape landscape, ColumnName name) => landscape.Gather(landscape.At(name.Epochs)[name.Metric]);
}
