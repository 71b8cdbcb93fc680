using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>The columns that rank stability compares, each ranked once: the means and the single repeats.</summary>
internal sealed class RepeatColumns
{
    /// <summary>The number that stands for the means instead of a repeat.</summary>
    public const int Means = -1;

    /// <summary>About which part of the whole comparison ranking takes.</summary>
    public const double PartOfTheWork = 0.3;

    private readonly Dictionary<(ColumnName Name, int Repeat), RankedColumn> _columns = [];

    /// <summary>Ranks validation accuracies at every number of epochs and test accuracies at the largest.</summary>
    public RepeatColumns(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        (ColumnName Name, int Repeat)[] keys =
        [
            .. landscape.Columns.Select(columns => new ColumnName(MetricKind.Validation, columns.Epochs))
                .Append(new ColumnName(MetricKind.Test, landscape.Longest.Epochs))
                .SelectMany(name => Enumerable.Range(Means, 1 + Math.Min(landscape.At(name.Epochs).MaxRepeats, RankStability.MaxRepeats))
                    .Select(repeat => (name, repeat))),
        ];
        RankedColumn[] ranked = new RankedColumn[keys.Length];
        ParallelWork.Run(
            new WorkRanges(keys.Length, 1),
            piece => ranked[piece.Start.Value] = new RankedColumn(Read(landscape, keys[piece.Start.Value].Name, keys[piece.Start.Value].Repeat)),
            progress,
            cancellationToken);
        for (int i = 0; i < keys.Length; i++)
        {
            _columns.Add(keys[i], ranked[i]);
        }
    }

    /// <summary>One of them.</summary>
    /// <param name="name">What it holds.</param>
    /// <param name="repeat">Of which repeat, or <see cref="Means"/>.</param>
    public RankedColumn this[ColumnName name, int repeat] => _columns[(name, repeat)];

    private static double[] Read(Landscape landscape, ColumnName name, int repeat)
    {
        EpochsColumns columns = landscape.At(name.Epochs);
        if (repeat == Means)
        {
            return landscape.Gather(columns[name.Metric]);
        }

        ReadOnlySpan<int> cells = landscape.Cells;
        double[] values = new double[cells.Length];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> repeats = name.Metric == MetricKind.Test ? columns.TestOfRepeats(cells[i]) : columns.ValidationOfRepeats(cells[i]);
            values[i] = repeat < repeats.Length ? repeats[repeat] : double.NaN;
        }

        return values;
    }
}
