namespace NasBench.Cli;

/// <summary>The draws of <c>sample</c>, one after the other.</summary>
internal sealed class CellDraws
{
    private readonly ConstrainedSampler _wanted;
    private readonly SeenCells? _rawWanted;
    private readonly SeenCells? _seen;
    private readonly CancellationToken _cancellation;
    private readonly Random _random;

    /// <summary>Begins.</summary>
    /// <param name="constraints">Which cells are wanted.</param>
    /// <param name="isRaw">Whether raw cells are drawn uniformly, else classes.</param>
    /// <param name="isDistinct">Whether no class may come twice.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="cancellation">Stops the search for wanted cells, and draws that find none.</param>
    public CellDraws(CellConstraints constraints, bool isRaw, bool isDistinct, Random random, CancellationToken cancellation)
    {
        _wanted = ConstrainedSampler.Create(constraints, null, cancellation);
        _rawWanted = isRaw ? SetOf(_wanted) : null;
        _seen = isDistinct ? new SeenCells() : null;
        _random = random;
        _cancellation = cancellation;
    }

    /// <summary>The number of classes that are wanted.</summary>
    public int Available => _wanted.Count;

    /// <summary>Draws a cell; of a class that was drawn before only where that is allowed.</summary>
    public Cell Next(out int index)
    {
        while (true)
        {
            _cancellation.ThrowIfCancellationRequested();
            Cell cell = Draw(out index);
            if ((_rawWanted is null || _rawWanted.Contains(index)) && (_seen is null || _seen.Add(index)))
            {
                return cell;
            }
        }
    }

    private static SeenCells SetOf(ConstrainedSampler wanted)
    {
        SeenCells set = new();
        foreach (int index in wanted.Indices)
        {
            set.Add(index);
        }

        return set;
    }

    private Cell Draw(out int index)
    {
        if (_rawWanted is not null)
        {
            return CellSampler.NextRaw(_random, out index);
        }

        _wanted.TryNext(_random, out index);
        return Nas101.CellAt(index);
    }
}
