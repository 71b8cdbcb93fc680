namespace NasBench.Search;

/// <summary>Random search: every proposal is drawn from the encoding, independently of all others (paper, supplement S2.2).</summary>
public sealed class RandomSearch : ISearchStrategy
{
    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly double[] _configuration;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    public RandomSearch(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _random = context.Random;
        _encoding = context.Encoding;
        _epochs = context.FullEpochs;
        _configuration = new double[_encoding.HasGenotypes ? 0 : _encoding.Parameters.Length];
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        Cell cell;
        int index;
        if (_encoding.HasGenotypes)
        {
            _encoding.Draw(_random, out cell, out index);
        }
        else
        {
            _encoding.Draw(_random, _configuration);
            cell = _encoding.Decode(_configuration, out index);
        }

        proposal = new Proposal(cell, index, _epochs);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
    }
}
