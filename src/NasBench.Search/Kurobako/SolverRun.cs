namespace NasBench.Search;

/// <summary>One study of a solver: its strategy, and the trials that it has not been told yet.</summary>
internal sealed class SolverRun
{
    private readonly PlannedAlgorithm _planned;
    private readonly KurobakoEncoding _encoding;
    private readonly SearchBudget? _budget;
    private readonly StrategyContext _context;
    private readonly ISearchStrategy _strategy;
    private readonly Dictionary<ulong, Proposal> _open = [];
    private long _evaluations;
    private long _epochs;

    /// <summary>Starts the strategy.</summary>
    /// <param name="planned">The algorithm.</param>
    /// <param name="encoding">The parameters of the problem.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="budget">The budget of the study, as far as it is known.</param>
    /// <exception cref="KurobakoException">The strategy needs other steps.</exception>
    public SolverRun(PlannedAlgorithm planned, KurobakoEncoding encoding, ReadOnlySpan<int> steps, ulong seed, SearchBudget? budget)
    {
        _planned = planned;
        _encoding = encoding;
        _budget = budget;
        string name = planned.Algorithm.Name;
        _context = new StrategyContext(
            planned.Encoding,
            planned.Settings,
            steps,
            RandomStreams.Create(seed, name, 0, StreamPurpose.Proposals),
            RandomStreams.Create(seed, name, 0, StreamPurpose.Models));
        if (!steps.Contains(_context.FullEpochs))
        {
            throw Incapable($"{name}: the problem has no step {_context.FullEpochs}, only {string.Join(", ", steps.ToArray())}");
        }

        try
        {
            _strategy = planned.Algorithm.Create(_context);
        }
        catch (SearchException failure)
        {
            throw Incapable(failure.Message);
        }
    }

    /// <summary>
    /// Asks for the next trial. Cells that are not valid in the strategy's encoding never leave: they would cost nothing, and are answered here, as in our own
    /// runs.
    /// </summary>
    /// <param name="id">The number of the trial.</param>
    /// <returns>Its parameters and the step that it is to be evaluated at.</returns>
    /// <exception cref="KurobakoException">There is none.</exception>
    public (double[] Parameters, int Step) Ask(ulong id)
    {
        if (_open.Count > 0 && !_planned.Algorithm.TakesWorkers)
        {
            throw Incapable($"{_planned.Algorithm.Name} has one worker: it cannot be asked again before it is told");
        }

        for (int free = 0; free < SearchRunner.MaxFreeProposals && _strategy.TryAsk(out Proposal proposal); free++)
        {
            if (!proposal.IsValid)
            {
                _strategy.Tell(proposal, Answer.Invalid);
                continue;
            }

            if (!_open.TryAdd(id, proposal))
            {
                throw KurobakoException.InvalidInput($"the trial {id} is still open");
            }

            return (_encoding.Encode(proposal.Cell, proposal.Index), proposal.Epochs);
        }

        throw new KurobakoException(KurobakoErrorKind.Other, $"{_planned.Algorithm.Name} has nothing more to propose");
    }

    /// <summary>Tells what a trial is worth. kurobako tells no seconds; what an evaluation costs is its steps.</summary>
    /// <param name="id">The number of the trial.</param>
    /// <param name="loss">Its value; null where it could not be evaluated.</param>
    /// <exception cref="KurobakoException">The trial is not open.</exception>
    public void Tell(ulong id, double? loss)
    {
        if (!_open.Remove(id, out Proposal proposal))
        {
            throw KurobakoException.InvalidInput($"there is no open trial {id}");
        }

        if (loss is not null)
        {
            _evaluations++;
            _epochs += proposal.Epochs;
            _context.SpentPart = _budget?.PartSpent(0, _evaluations, _epochs) ?? 0;
        }

        _strategy.Tell(proposal, loss is { } value ? new Answer(value, 1 - value, proposal.Epochs, -1) : Answer.Invalid);
    }

    private static KurobakoException Incapable(string message) => new(KurobakoErrorKind.Incapable, message);
}
