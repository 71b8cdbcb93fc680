namespace NasBench.Search;

/// <summary>
/// Successive halving (Jamieson and Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization", 2016): the same bracket of
/// <see cref="Hyperband"/> again and again, with configurations drawn uniformly.
/// </summary>
/// <remarks>A step takes a few nanoseconds beside the draw of the cell; nothing allocates after the start.</remarks>
public sealed class SuccessiveHalving : ISearchStrategy
{
    private readonly Random _random;
    private readonly UniformCells _uniform;
    private readonly BracketLoop _loop;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The data lack one of the rungs, or there is no such bracket.</exception>
    public SuccessiveHalving(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _random = context.Random;
        _uniform = new UniformCells(context.Encoding);
        RungLadder ladder = RungLadder.Create("halving", context);
        int bracket = context.Settings.Integer("bracket");
        if (bracket >= ladder.Count)
        {
            throw new SearchException($"halving has the brackets 0 to {ladder.Count - 1} with these epochs; there is no bracket {bracket}");
        }

        _loop = new BracketLoop(ladder, bracket);
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        proposal = default;
        if (!_loop.CanAsk)
        {
            return false;
        }

        proposal = _loop.NeedsNew ? _loop.AskNew(_uniform.Next(_random, out int index), index) : _loop.AskPromoted();
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer) => _loop.Tell(proposal.Token, answer.Loss);
}
