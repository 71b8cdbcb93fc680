namespace NasBench.Search;

/// <summary>
/// Simulated annealing: one change of the current cell at a time; a worse one is taken with the probability exp(-difference / temperature), and the
/// temperature falls geometrically over the budget (Kirkpatrick et al., "Optimization by simulated annealing", 1983).
/// </summary>
/// <remarks>
/// Where the first temperature is not given, it is the standard deviation of the losses of 20 random cells. These are evaluations like all others, and the
/// search begins at the best of them. An invalid cell is never taken.
/// </remarks>
public sealed class Annealing : ISearchStrategy
{
    private const int RandomLosses = 20;

    private readonly StrategyContext _context;
    private readonly int _epochs;
    private readonly double[] _randomLosses;
    private readonly double _finalTemperature;
    private double _initialTemperature;
    private int _randomCount;
    private ulong _current;
    private double _currentLoss = double.PositiveInfinity;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    public Annealing(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _epochs = context.FullEpochs;
        _initialTemperature = context.Settings.Number("initial_temperature");
        _finalTemperature = context.Settings.Number("final_temperature");
        _randomLosses = new double[_initialTemperature > 0 ? 1 : RandomLosses];
    }

    /// <summary>The temperature at the start; 0 while it is not known.</summary>
    internal double InitialTemperature => _initialTemperature;

    /// <summary>The temperature now.</summary>
    internal double Temperature
        => Math.Pow(_initialTemperature, 1 - _context.SpentPart) * Math.Pow(Math.Min(_finalTemperature, _initialTemperature), _context.SpentPart);

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        Cell cell;
        int index;
        ulong genotype = _randomCount < _randomLosses.Length
            ? _context.Encoding.Draw(_context.Random, out cell, out index)
            : _context.Encoding.Change(_current, _context.Random, out cell, out index);
        proposal = new Proposal(cell, index, _epochs, Token: genotype);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        // Invalid cells, and those that the data lack.
        if (answer.Loss >= 1)
        {
            return;
        }

        double difference = answer.Loss - _currentLoss;
        if (_randomCount == _randomLosses.Length)
        {
            Move(proposal, answer, difference <= 0 || RandomDraws.Chance(_context.Random, Math.Exp(-difference / Temperature)));
            return;
        }

        Move(proposal, answer, difference < 0);
        _randomLosses[_randomCount++] = answer.Loss;
        if (_randomCount == RandomLosses)
        {
            // Where all losses are the same, the search is a descent.
            _initialTemperature = Math.Max(Samples.Deviation(_randomLosses), _finalTemperature);
        }
    }

    private void Move(in Proposal proposal, in Answer answer, bool isTaken)
    {
        if (isTaken)
        {
            (_current, _currentLoss) = (proposal.Token, answer.Loss);
        }
    }
}
