using NasBench.Data;
using NasBench.Search;

namespace NasBench.Analysis;

/// <summary>The best cells of a landscape under each definition. Equal values stand in the order of the hashes. Thread-safe.</summary>
public static class BestRanking
{
    private const int CancellationInterval = 4096;

    /// <summary>The best value under a definition, and how many reach it.</summary>
    /// <param name="columns">The columns of a number of epochs.</param>
    /// <param name="landscape">The landscape that has them.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>The value. Milliseconds for the whole space.</returns>
    public static BestValue Find(Landscape landscape, EpochsColumns columns, BestKind kind)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(columns);
        double best = double.NaN;
        int found = -1;
        int ties = 0;
        foreach (int index in landscape.Cells)
        {
            double value = kind.ValueOf(columns, index);
            if (double.IsNaN(value) || value < best)
            {
                continue;
            }

            if (value != best)
            {
                (best, found, ties) = (value, index, 0);
            }
            else if (landscape.GetHash(index).CompareTo(landscape.GetHash(found)) < 0)
            {
                found = index;
            }

            ties += kind.IsSingle() ? kind.RepeatsOf(columns, index).Count(value) : 1;
        }

        return new BestValue(kind, best, found, found < 0 ? null : landscape.GetHash(found), ties);
    }

    /// <summary>The best cells under a definition.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="columns">The columns of a number of epochs.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="count">How many cells at most; at least 0.</param>
    /// <param name="filter">Which cells are asked for.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The cells, the best first; those without the value are left out.</returns>
    /// <remarks>Tens of milliseconds for the whole space.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 0.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<BestCell> Top(
        Landscape landscape,
        EpochsColumns columns,
        BestKind kind,
        int count,
        CellFilter filter = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var best = new BestCells(landscape.Store, count);
        foreach (int index in Select(landscape, columns, filter, cancellationToken))
        {
            best.Offer(index, kind.ValueOf(columns, index));
        }

        return [.. best.Rank().Select(cell => Describe(landscape, columns, cell.Rank, cell.Index, cell.Hash, cell.Value))];
    }

    /// <summary>The Pareto front: the cells that no other one beats in both the value and the cost; of equal ones the first by hash.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="columns">The columns of a number of epochs.</param>
    /// <param name="kind">The definition of the value, of which more is better.</param>
    /// <param name="cost">The cost, of which less is better.</param>
    /// <param name="filter">Which cells are asked for.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The front from the best value down, ranked in that order; cells without the value or the cost are left out.</returns>
    /// <remarks>Some tenths of a second for the whole space.</remarks>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<BestCell> Front(
        Landscape landscape,
        EpochsColumns columns,
        BestKind kind,
        CostKind cost,
        CellFilter filter = default,
        CancellationToken cancellationToken = default)
    {
        List<int> cells = [];
        List<ObjectivePair> points = [];
        foreach (int index in Select(landscape, columns, filter, cancellationToken))
        {
            double value = kind.ValueOf(columns, index);
            double price = cost == CostKind.Parameters ? landscape.TrainableParameters[index] : columns.TrainingTime[index];
            if (!double.IsNaN(value) && !double.IsNaN(price))
            {
                cells.Add(index);
                points.Add(new ObjectivePair(-value, price));
            }
        }

        // Of cells that are the same in both objectives the front has one point.
        var first = ParetoFront.Of(points).ToDictionary(point => point, _ => -1);
        for (int i = 0; i < cells.Count; i++)
        {
            if (first.TryGetValue(points[i], out int other) && (other < 0 || landscape.GetHash(cells[i]).CompareTo(landscape.GetHash(other)) < 0))
            {
                first[points[i]] = cells[i];
            }
        }

        return
        [
            .. first.OrderBy(pair => pair.Key.First)
                .Select((pair, place) => Describe(landscape, columns, place + 1, pair.Value, landscape.GetHash(pair.Value), -pair.Key.First)),
        ];
    }

    private static IEnumerable<int> Select(Landscape landscape, EpochsColumns columns, CellFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(columns);
        int[] cells = landscape.Cells.ToArray();
        for (int i = 0; i < cells.Length; i++)
        {
            if (i % CancellationInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (filter == default || filter.Allows(landscape, columns, cells[i]))
            {
                yield return cells[i];
            }
        }
    }

    private static BestCell Describe(Landscape landscape, EpochsColumns columns, int rank, int index, ModuleHash hash, double value) =>
        new(rank, index, hash, value, landscape.TrainableParameters[index], columns.TrainingTime[index]);
}
