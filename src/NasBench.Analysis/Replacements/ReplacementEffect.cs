using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>What it does to a cell to replace one of its operations by another (paper, figure 4), at one number of epochs.</summary>
/// <param name="From">The name of the operation that is replaced.</param>
/// <param name="To">The name of the operation that takes its place.</param>
/// <param name="BySlot">
/// Means over all slots: an interior vertex of a labelled pruned cell. Isomorphic cells count each, as many as there are with different matrices or operations.
/// </param>
/// <param name="ByClass">Means over the interior vertices of representatives: each isomorphism class counts once, whatever the number of its matrices.</param>
public sealed record ReplacementEffect(string From, string To, ReplacementMeans BySlot, ReplacementMeans ByClass)
{
    private const int CellsInPiece = 8192;
    private const int Operations = 3;

    /// <summary>The effects of all six replacements.</summary>
    /// <param name="landscape">The landscape; cells that it lacks take no part, neither before nor after.</param>
    /// <param name="columns">The columns of a number of epochs of it.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>By the operation before, then by the one after.</returns>
    /// <remarks>About a second for the whole space; up to four threads share the work, and the values do not depend on how many.</remarks>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<ReplacementEffect> Of(
        Landscape landscape, EpochsColumns columns, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(columns);
        var bySlot = new ReplacementSums[Operations * Operations];
        var byClass = new ReplacementSums[Operations * Operations];

        // The sums of pieces are added in the order of the pieces, so that they are the same for any number of threads.
        var pieces = new WorkRanges(landscape.Cells.Length, CellsInPiece);
        OrderedWork<ReplacementCounter>.Run(
            pieces.Count,
            () => new ReplacementCounter(columns),
            (counter, piece) => counter.Count(landscape.Cells[pieces[piece]]),
            (counter, _) => counter.AddTo(bySlot, byClass),
            progress,
            cancellationToken);
        return
        [
            .. from before in Enumerable.Range(0, Operations)
               from after in Enumerable.Range(0, Operations)
               where before != after
               let pair = (before * Operations) + after
               select new ReplacementEffect(Nas101.OperationNames[before], Nas101.OperationNames[after], bySlot[pair].Means, byClass[pair].Means),
        ];
    }

    /// <summary>The workspace of a thread: the sums over a piece of the cells.</summary>
    private sealed class ReplacementCounter(EpochsColumns columns)
    {
        private readonly ReplacementSums[] _bySlot = new ReplacementSums[Operations * Operations];
        private readonly ReplacementSums[] _byClass = new ReplacementSums[Operations * Operations];

        public void Count(ReadOnlySpan<int> cells)
        {
            Array.Clear(_bySlot);
            Array.Clear(_byClass);
            foreach (int index in cells)
            {
                // The representative is pruned.
                Cell cell = Nas101.CellAt(index);
                int weight = CellFacts.NumberingCount(cell);
                for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
                {
                    int before = cell.GetOperation(vertex);
                    for (int after = 0; after < Operations; after++)
                    {
                        if (after != before)
                        {
                            int pair = (before * Operations) + after;
                            int changed = Nas101.Locate(cell.WithOperation(vertex, after));
                            _bySlot[pair].Add(weight, columns, index, changed);
                            _byClass[pair].Add(1, columns, index, changed);
                        }
                    }
                }
            }
        }

        public void AddTo(ReplacementSums[] bySlot, ReplacementSums[] byClass)
        {
            for (int pair = 0; pair < bySlot.Length; pair++)
            {
                bySlot[pair].Add(_bySlot[pair]);
                byClass[pair].Add(_byClass[pair]);
            }
        }
    }
}
