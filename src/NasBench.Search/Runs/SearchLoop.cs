using NasBench.Data;

namespace NasBench.Search;

/// <summary>
/// The loop of a run with one worker: ask, evaluate, account, tell. A step allocates nothing but what the strategy does, and what is recorded.
/// </summary>
internal sealed class SearchLoop(
    ISearchStrategy strategy, StrategyContext context, Evaluator evaluator, RunAccount account, TableClock clock, RunOptions options)
{
    private readonly bool _countsInvalid = options.CountsInvalid;
    private readonly OwnTime? _ownTime = options.AddsOwnTime ? new OwnTime() : null;
    private int _freeProposals;

    /// <summary>How the run ended, once <see cref="Step"/> says that it has.</summary>
    public RunStatus Status { get; private set; } = RunStatus.Exhausted;

    /// <summary>Does one step.</summary>
    /// <returns>Whether there is another one.</returns>
    public bool Step()
    {
        if (_freeProposals >= SearchRunner.MaxFreeProposals || !strategy.TryAsk(out Proposal proposal))
        {
            return false;
        }

        if (_ownTime is not null)
        {
            account.AddOwnTime(_ownTime.SinceEvaluation);
        }

        clock.Begin();
        Evaluated evaluated = default;
        bool isThere = proposal.IsValid && evaluator.TryEvaluate(proposal, out evaluated);
        clock.End();
        _ownTime?.Restart();
        if (!isThere)
        {
            account.AddInvalid(proposal);
            _freeProposals++;
            context.SpentPart = _countsInvalid ? account.PartSpent : context.SpentPart;
            strategy.Tell(proposal, Answer.Invalid);
            return IsGoingOn();
        }

        account.Add(proposal, evaluated, time: -1);
        _freeProposals = evaluated.IsFree ? _freeProposals + 1 : 0;
        context.SpentPart = account.PartSpent;
        strategy.Tell(proposal, evaluated.Answer);
        return IsGoingOn();
    }

    private bool IsGoingOn()
    {
        if (context.SpentPart < 1)
        {
            return true;
        }

        Status = RunStatus.Finished;
        return false;
    }
}
