namespace NasBench.Search;

/// <summary><c>run_random_search</c> of the original's notebook, replayed draw by draw.</summary>
internal sealed class NotebookRandomSearch : ISearchStrategy
{
    private readonly NumpyRandom _random;
    private readonly DistinctCells? _distinct;
    private readonly int _epochs;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <param name="streams">The generators; evaluations must draw their repeats from them too.</param>
    public NotebookRandomSearch(StrategyContext context, NotebookStreams streams)
    {
        _random = streams.Numpy;
        _distinct = RandomSearch.CreateDistinct(context.Settings);
        _epochs = context.FullEpochs;
    }

    public bool TryAsk(out Proposal proposal)
    {
        for (int attempt = 0; attempt < UniformCells.MaxAttempts; attempt++)
        {
            Cell cell = NotebookCells.Draw(_random, out int index);
            if (_distinct is null || _distinct.Add(cell, index))
            {
                proposal = new Proposal(cell, index, _epochs);
                return true;
            }
        }

        proposal = default;
        return false;
    }

    public void Tell(in Proposal proposal, in Answer answer)
    {
    }
}
