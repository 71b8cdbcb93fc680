namespace NasBench.Search;

/// <summary>
/// Random evaluations, then always a mutation of the best cell so far. It is what is left of BANANAS without its model: most of what such methods reach
/// comes from here (Schneider et al., "Mutation is all you need", arXiv 2107.07343).
/// </summary>
public sealed class MutateBest : ISearchStrategy
{
    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly int _initial;
    private readonly Mutation _mutation;
    private ulong _best;
    private double _bestLoss = 1;
    private long _asked;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The encoding does not have what the mutation changes.</exception>
    public MutateBest(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _random = context.Random;
        _encoding = context.Encoding;
        _epochs = context.FullEpochs;
        _initial = context.Settings.Integer("initial");
        _mutation = new Mutation(_encoding, context.Settings);
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        Cell cell;
        int index;
        ulong genotype = _asked < _initial || _bestLoss >= 1
            ? _encoding.Draw(_random, out cell, out index)
            : _mutation.Apply(_best, _random, out cell, out index);
        _asked++;
        proposal = new Proposal(cell, index, _epochs, Token: genotype);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        // Invalid cells, and those that the data lack, have a loss of 1.
        if (answer.Loss < _bestLoss)
        {
            (_best, _bestLoss) = (proposal.Token, answer.Loss);
        }
    }
}
