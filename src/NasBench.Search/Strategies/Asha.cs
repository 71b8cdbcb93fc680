namespace NasBench.Search;

/// <summary>
/// ASHA (Li et al., "A system for massively parallel hyperparameter tuning", 2020): successive halving that never waits for a rung to end, so that all workers
/// are always busy.
/// </summary>
/// <remarks>
/// <para>
/// By the rule <c>promotion</c> a free worker takes the best trial that is among the best n/eta, rounded down, of the n that have ended at a rung, and has not
/// been promoted, from the highest rung that has one; else a new one. By the rule <c>stopping</c> (Syne Tune) a trial that ends goes on at once if at most
/// 1/eta of those at its rung, itself included, are strictly better; the first always does.
/// </para>
/// <para>
/// Every rung is paid in full. Proposals can be open in any number. A step takes below a microsecond, and more in runs of tens of thousands. Growing lists are
/// all that allocates.
/// </para>
/// </remarks>
public sealed class Asha : ISearchStrategy
{
    private const int RungBits = 8;

    private readonly Random _random;
    private readonly UniformCells _uniform;
    private readonly RungLadder _ladder;
    private readonly bool _stops;
    private readonly TrialRung[] _rungs;
    private readonly List<(Cell Cell, int Index)> _trials = [];
    private readonly Queue<(int Trial, int Rung)> _goingOn = [];

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The data lack one of the rungs.</exception>
    public Asha(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _random = context.Random;
        _uniform = new UniformCells(context.Encoding);
        _ladder = RungLadder.Create("asha", context);
        _stops = context.Settings.Word("rule") == "stopping";
        _rungs = new TrialRung[_ladder.Count];
        for (int rung = 0; rung < _rungs.Length; rung++)
        {
            _rungs[rung] = new TrialRung();
        }
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        if (!TryGoOn(out int trial, out int rung))
        {
            Cell cell = _uniform.Next(_random, out int index);
            trial = _trials.Count;
            rung = 0;
            _trials.Add((cell, index));
        }

        ulong token = ((ulong)(uint)trial << RungBits) | (uint)rung;
        proposal = new Proposal(_trials[trial].Cell, _trials[trial].Index, _ladder[rung], Token: token);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        int trial = (int)(proposal.Token >> RungBits);
        int rung = (int)(proposal.Token & ((1 << RungBits) - 1));
        int better = _rungs[rung].Add(trial, answer.Loss);
        if (_stops && rung + 1 < _rungs.Length && (long)better * _ladder.Eta <= _rungs[rung].Count)
        {
            _goingOn.Enqueue((trial, rung + 1));
        }
    }

    private bool TryGoOn(out int trial, out int rung)
    {
        if (_stops)
        {
            bool isThere = _goingOn.TryDequeue(out (int Trial, int Rung) next);
            (trial, rung) = next;
            return isThere;
        }

        for (rung = _rungs.Length - 1; rung > 0; rung--)
        {
            if (_rungs[rung - 1].TryPromote(_ladder.Eta, out trial))
            {
                return true;
            }
        }

        trial = -1;
        return false;
    }
}
