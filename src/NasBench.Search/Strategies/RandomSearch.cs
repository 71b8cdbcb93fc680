namespace NasBench.Search;

/// <summary>Random search: every proposal is drawn from the encoding, independently of all others (paper, supplement S2.2).</summary>
/// <remarks>
/// With the setting <c>skips</c> what was proposed before is drawn again: a class, or as in naszilla a set of paths. After 10,000 draws without a new one the
/// strategy is exhausted.
/// </remarks>
public sealed class RandomSearch : ISearchStrategy
{
    private readonly Random _random;
    private readonly UniformCells _uniform;
    private readonly DistinctCells? _distinct;
    private readonly int _epochs;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    public RandomSearch(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _random = context.Random;
        _uniform = new UniformCells(context.Encoding);
        _distinct = CreateDistinct(context.Settings);
        _epochs = context.FullEpochs;
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        for (int attempt = 0; attempt < UniformCells.MaxAttempts; attempt++)
        {
            Cell cell = _uniform.Next(_random, out int index);
            if (_distinct is null || index < 0 || _distinct.Add(cell, index))
            {
                proposal = new Proposal(cell, index, _epochs);
                return true;
            }
        }

        proposal = default;
        return false;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
    }

    /// <summary>What tells new cells from old ones by the setting <c>skips</c>; null where nothing is skipped.</summary>
    internal static DistinctCells? CreateDistinct(StrategySettings settings)
    {
        string skips = settings.Has("skips") ? settings.Word("skips") : "nothing";
        return skips == "nothing" ? null : new DistinctCells(byPaths: skips == "path");
    }
}
