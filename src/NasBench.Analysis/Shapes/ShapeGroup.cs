using NasBench.Search;

namespace NasBench.Analysis;

/// <summary>The cells of one depth or width (paper, figure 5), with means over them at one number of epochs.</summary>
/// <param name="Value">The depth or width.</param>
/// <param name="Cells">How many cells of the data have it and a mean validation accuracy.</param>
/// <param name="ValidationMean">The mean of these accuracies, a fraction.</param>
/// <param name="ValidationLowerQuartile">Their lower quartile, of type 7 of Hyndman and Fan as numpy gives it.</param>
/// <param name="ValidationUpperQuartile">Their upper quartile.</param>
/// <param name="TrainingTimeMean">The mean training time of those of these cells whose time is known, in seconds; NaN of none.</param>
public sealed record ShapeGroup(
    int Value, int Cells, double ValidationMean, double ValidationLowerQuartile, double ValidationUpperQuartile, double TrainingTimeMean)
{
    /// <summary>Groups the cells of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="columns">The columns of a number of epochs of it.</param>
    /// <param name="kind">By what.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The groups that have cells, by ascending value. Tens to hundreds of milliseconds for the whole space.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<ShapeGroup> Of(
        Landscape landscape, EpochsColumns columns, ShapeKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(columns);
        SortedDictionary<int, List<int>> groups = [];
        int topology = -1;
        List<int> group = [];
        foreach (int index in landscape.Cells)
        {
            // The cells of a topology stand together, and all have its shape.
            int number = Space<Nas101>.ClassOf(index);
            if (number != topology)
            {
                cancellationToken.ThrowIfCancellationRequested();
                topology = number;
                int value = ValueOf(kind, Nas101.CellAt(index));
                group = groups.TryGetValue(value, out List<int>? known) ? known : groups[value] = [];
            }

            if (!double.IsNaN(columns.Validation[index]))
            {
                group.Add(index);
            }
        }

        return [.. groups.Where(pair => pair.Value.Count > 0).Select(pair => Summarize(pair.Key, pair.Value, columns))];
    }

    private static int ValueOf(ShapeKind kind, Cell cell) => kind switch
    {
        ShapeKind.Depth => CellFacts.Depth(cell),
        ShapeKind.Width => CellFacts.LiveOutputs(cell),
        ShapeKind.Cut => CellFacts.Width(cell),
        ShapeKind.DirectedCut => CellFacts.DirectedCut(cell),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no shape"),
    };

    private static ShapeGroup Summarize(int value, List<int> cells, EpochsColumns columns)
    {
        double[] accuracies = new double[cells.Count];
        double seconds = 0;
        int timed = 0;
        for (int i = 0; i < accuracies.Length; i++)
        {
            accuracies[i] = columns.Validation[cells[i]];
            double time = columns.TrainingTime[cells[i]];
            if (!double.IsNaN(time))
            {
                seconds += time;
                timed++;
            }
        }

        double mean = Samples.Mean(accuracies);
        Array.Sort(accuracies);
        return new ShapeGroup(value, accuracies.Length, mean, Samples.Quantile(accuracies, 0.25), Samples.Quantile(accuracies, 0.75), seconds / timed);
    }
}
