namespace NasBench.Search;

/// <summary>What a run has spent and found so far: counters, incumbents, records.</summary>
internal sealed class RunAccount
{
    private readonly RunOptions _options;
    private readonly int _fullEpochs;
    private readonly FrontArchive? _front;
    private readonly List<Incumbent> _incumbents = new(64);
    private readonly List<EvaluationRecord> _records = [];
    private readonly SeenCells _distinct = new();
    private readonly SeenCells?[] _seenAtEpochs;
    private double _incumbentLoss = double.PositiveInfinity;
    private int _incumbentEpochs;

    public RunAccount(RunOptions options, int epochsCount, int fullEpochs)
    {
        _options = options;
        _fullEpochs = fullEpochs;
        _front = options.Objectives == SearchObjectives.Accuracy ? null : new FrontArchive();
        _seenAtEpochs = new SeenCells?[epochsCount];
    }

    public long Steps { get; private set; }

    public long Evaluations { get; private set; }

    /// <summary>Evaluations that were paid: those a budget of evaluations counts.</summary>
    public long Paid { get; private set; }

    public long Invalid { get; private set; }

    public long IsomorphicRepeats { get; private set; }

    public int Distinct => _distinct.Count;

    public double Seconds { get; private set; }

    public double BusySeconds { get; private set; }

    public long SpentEpochs { get; private set; }

    public IReadOnlyList<Incumbent> Incumbents => _incumbents;

    public IReadOnlyList<EvaluationRecord> Records => _records;

    public IReadOnlyList<FrontPoint> Front => _front?.Points ?? [];

    /// <summary>The part of the budget that is spent.</summary>
    public double PartSpent => _options.Budget.PartSpent(Seconds, _options.CountsInvalid ? Paid + Invalid : Paid, SpentEpochs);

    /// <summary>Counts a proposal that costs nothing and answers nothing.</summary>
    public void AddInvalid(in Proposal proposal)
    {
        Steps++;
        Invalid++;
        if (_options.KeepsRecords)
        {
            bool isHalfway = proposal.Point == Data.EvaluationPoint.Halfway;
            _records.Add(new EvaluationRecord(Seconds, 0, -1, proposal.Epochs, 0, -1, isHalfway, IsFree: false, IsImprovement: false));
        }
    }

    /// <summary>Counts an evaluation.</summary>
    /// <param name="proposal">What was evaluated.</param>
    /// <param name="evaluated">What it gave.</param>
    /// <param name="time">When it ended, where workers share the work; negative where there is one, whose time is the sum.</param>
    public void Add(in Proposal proposal, in Evaluated evaluated, double time)
    {
        Count(proposal, evaluated, time);
        bool isImprovement = IsImprovement(proposal.Epochs, evaluated.IncumbentLoss);
        if (isImprovement)
        {
            _incumbentLoss = evaluated.IncumbentLoss;
            _incumbentEpochs = proposal.Epochs;
            _incumbents.Add(new Incumbent(
                Steps,
                _options.CountsInvalid ? Steps : Evaluations,
                Seconds,
                SpentEpochs,
                proposal.Index,
                proposal.Epochs,
                evaluated.Answer.Repeat,
                evaluated.Answer.ValidationAccuracy,
                evaluated.TestAccuracy));
        }

        if (_front is not null && proposal.Epochs == _fullEpochs && proposal.Point == Data.EvaluationPoint.Final)
        {
            ObjectivePair value = _options.Objectives.Of(proposal, evaluated.Answer);
            _front.Add(value, new FrontPoint(proposal.Index, evaluated.Answer.Repeat, evaluated.Answer.ValidationAccuracy, value.Second));
        }

        Record(proposal, evaluated, isImprovement);
    }

    /// <summary>Counts the training of the incumbent that is paid when the search is over. It makes no other incumbent.</summary>
    /// <param name="proposal">The incumbent.</param>
    /// <param name="evaluated">What its training gave.</param>
    public void AddFinal(in Proposal proposal, in Evaluated evaluated)
    {
        Count(proposal, evaluated, Seconds + evaluated.Cost);
        Record(proposal, evaluated, isImprovement: false);
    }

    /// <summary>Adds real time that the strategy took to the simulated time.</summary>
    /// <param name="seconds">How much.</param>
    public void AddOwnTime(double seconds) => Seconds += seconds;

    private void Count(in Proposal proposal, in Evaluated evaluated, double time)
    {
        Steps++;
        Evaluations++;
        Paid += evaluated.IsFree ? 0 : 1;
        BusySeconds += evaluated.Cost;
        Seconds = time >= 0 ? time : Seconds + evaluated.Cost;
        SpentEpochs += evaluated.SpentEpochs;
        _distinct.Add(proposal.Index);
        SeenCells seen = _seenAtEpochs[evaluated.EpochsPosition] ??= new SeenCells();
        IsomorphicRepeats += seen.Add(proposal.Index) ? 0 : 1;
    }

    private void Record(in Proposal proposal, in Evaluated evaluated, bool isImprovement)
    {
        if (_options.KeepsRecords)
        {
            _records.Add(new EvaluationRecord(
                Seconds,
                evaluated.Cost,
                proposal.Index,
                proposal.Epochs,
                evaluated.SpentEpochs,
                (short)evaluated.Answer.Repeat,
                proposal.Point == Data.EvaluationPoint.Halfway,
                evaluated.IsFree,
                isImprovement));
        }
    }

    private bool IsImprovement(int epochs, double loss) => _options.Incumbent switch
    {
        IncumbentRule.Largest when epochs != _incumbentEpochs => epochs > _incumbentEpochs,
        IncumbentRule.Full when epochs != _fullEpochs => false,
        _ => loss < _incumbentLoss,
    };
}
