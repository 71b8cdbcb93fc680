namespace NasBench.Search;

/// <summary>
/// Hyperband (Li et al., "Hyperband: a novel bandit-based approach to hyperparameter optimization", 2018): brackets of successive halving that start at each
/// number of epochs in turn, with configurations drawn uniformly.
/// </summary>
/// <remarks>
/// <para>
/// With data of 4, 12, 36 and 108 epochs and eta 3 a cycle is 27, 9, 3, 1 runs; 9, 3, 1; 6, 2; and 4: 65 runs and 1,620 epochs. Every rung is paid in full.
/// Invalid configurations have a loss of 1 and go on only where valid ones are too few.
/// </para>
/// <para>A step takes a few nanoseconds beside the draw of the cell; nothing allocates after the start.</para>
/// </remarks>
public sealed class Hyperband : ISearchStrategy
{
    private readonly Random _random;
    private readonly UniformCells _uniform;
    private readonly BracketLoop _loop;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The data lack one of the rungs.</exception>
    public Hyperband(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _random = context.Random;
        _uniform = new UniformCells(context.Encoding);
        _loop = new BracketLoop(RungLadder.Create("hyperband", context));
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
