using NasBench.Data;

namespace NasBench.Cli;

/// <summary>Which cells of a data set are best.</summary>
/// <param name="data">The data set.</param>
internal sealed class BestCellsQuery(Dataset data)
{
    /// <summary>The definitions of best.</summary>
    public static IReadOnlyList<string> Definitions { get; } = ["test-mean", "test-single", "valid-mean", "valid-single"];

    /// <summary>One of <see cref="Definitions"/>.</summary>
    public required string By { get; init; }

    /// <summary>The number of epochs, which the data hold.</summary>
    public required int Epochs { get; init; }

    /// <summary>The most trainable parameters.</summary>
    public int MaxParameters { get; init; } = int.MaxValue;

    /// <summary>The longest mean training time.</summary>
    public double MaxSeconds { get; init; } = double.MaxValue;

    /// <summary>The number of vertices; 0 for any.</summary>
    public int Vertices { get; init; }

    /// <summary>The best cells, ties in the order of their hashes.</summary>
    public IReadOnlyList<BestCell> Top(int count, IProgress<double>? progress, CancellationToken cancellation)
    {
        data.GetIndicesByHash(null, cancellation);
        return [.. data.GetTop(count, Value, progress, cancellation).Select(cell => Describe(cell.Rank, cell))];
    }

    /// <summary>The best of those cells that no other one beats in both the value and the cost; of equal ones the first by hash.</summary>
    public IReadOnlyList<BestCell> Front(int count, bool isByTime, IProgress<double>? progress, CancellationToken cancellation)
    {
        data.GetIndicesByHash(null, cancellation);
        List<BestCell> front = [];
        double least = double.PositiveInfinity;
        IEnumerable<BestCell> ranked = data.GetTop(Nas101.CellCount, Value, progress, cancellation).Select(cell => Describe(cell.Rank, cell));

        // From the best value down a cell belongs to the front if it costs less than all before it; of equal values only the cheapest can.
        foreach (IGrouping<double, BestCell> equal in ranked.GroupBy(cell => cell.Value))
        {
            BestCell cheapest = equal.MinBy(Cost)!;
            if (Cost(cheapest) < least)
            {
                least = Cost(cheapest);
                front.Add(cheapest with { Rank = front.Count + 1 });
            }
        }

        return [.. front.Take(count)];

        double Cost(BestCell cell) => isByTime ? cell.Seconds : cell.Parameters;
    }

    private BestCell Describe(int rank, RankedCell cell)
    {
        data.TryGetMean(cell.Index, Epochs, out Run mean);
        return new BestCell(rank, cell.Hash, cell.Value, Parameters(cell.Index), mean.Final.TrainingTime);
    }

    private int Parameters(int index) => data.GetTrainableParameters(index) ?? (int)CellCosts.TrainableParametersAt(index);

    /// <summary>What a cell is ranked by; NaN for one that is not asked for.</summary>
    private double Value(int index)
    {
        if ((Vertices > 0 && Nas101.CellAt(index).Vertices != Vertices)
            || (MaxParameters < int.MaxValue && Parameters(index) > MaxParameters)
            || data.TryGetMean(index, Epochs, out Run mean) != QueryStatus.Found
            || (MaxSeconds < double.MaxValue && !(mean.Final.TrainingTime <= MaxSeconds)))
        {
            return double.NaN;
        }

        return By switch
        {
            "test-mean" => mean.Final.TestAccuracy,
            "valid-mean" => mean.Final.ValidationAccuracy,
            "test-single" => BestRepeat(index, run => run.TestAccuracy),
            _ => BestRepeat(index, run => run.ValidationAccuracy),
        };
    }

    private double BestRepeat(int index, Func<Metrics, double> value)
    {
        double best = double.NaN;
        for (int repeat = 0; repeat < data.GetRepeatCount(index, Epochs); repeat++)
        {
            data.TryGetRun(index, Epochs, repeat, out Run run);
            double one = value(run.Final);
            best = double.IsNaN(best) || one > best ? one : best;
        }

        return best;
    }
}
