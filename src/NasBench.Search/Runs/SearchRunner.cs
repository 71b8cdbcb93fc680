using System.Diagnostics;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>Runs one strategy against a data set until its budget is spent, with the one accounting that all strategies have.</summary>
/// <remarks>
/// Unless the options say otherwise, a query costs the training time of the drawn repeat, in full, each time; an invalid cell costs nothing and is counted
/// apart. The budget is checked after each evaluation, so that it is never passed by more than one. Thread-safe as long as each run has its own strategy
/// and draws.
/// </remarks>
public static class SearchRunner
{
    /// <summary>After so many proposals in a row that cost nothing the strategy is taken to be exhausted.</summary>
    public const int MaxFreeProposals = 10_000;

    /// <summary>The table is timed in one of so many evaluations where steps are fast: reading the clock takes as long as a query.</summary>
    internal const int TimedShare = 64;

    private const int CancellationShare = 4096;

    /// <summary>Runs a strategy of your own.</summary>
    /// <param name="data">The table.</param>
    /// <param name="createStrategy">Starts the strategy.</param>
    /// <param name="options">Budget and rules.</param>
    /// <param name="seed">The seed; the same one gives the same run.</param>
    /// <param name="run">The number of the run: another one has other draws.</param>
    /// <param name="encoding">What the strategy searches in; <see cref="SearchEncoding.Raw"/> unless given.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="SearchException">The strategy asked for a number of epochs that the data do not hold, or does not fit data or encoding.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <example>
    /// <code>
    /// RunResult result = SearchRunner.Run(
    ///     data, context => new MyStrategy(context), new RunOptions { Budget = SearchBudget.Seconds(1e6) }, seed: 1);
    /// Console.WriteLine(result.Incumbents[^1].ValidationAccuracy);
    /// </code>
    /// </example>
    public static RunResult Run(
        Dataset data,
        Func<StrategyContext, ISearchStrategy> createStrategy,
        RunOptions options,
        ulong seed = 0,
        int run = 0,
        SearchEncoding? encoding = null,
        StrategySettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(createStrategy);
        var context = new StrategyContext(
            encoding ?? SearchEncoding.Raw,
            settings ?? StrategySettings.None,
            data.Epochs,
            RandomStreams.Create(seed, "", run, StreamPurpose.Proposals),
            RandomStreams.Create(seed, "", run, StreamPurpose.Models))
        {
            Workers = options?.Workers ?? 1,
            Objectives = options?.Objectives ?? SearchObjectives.Accuracy,
        };
        IRepeatDraws repeats = new SplitMixRepeatDraws(RandomStreams.Create(seed, "", run, StreamPurpose.Repeats));
        return Run(data, context, createStrategy, repeats, options!, run, cancellationToken);
    }

    /// <summary>Runs a strategy with draws that are given.</summary>
    internal static RunResult Run(
        Dataset data,
        StrategyContext context,
        Func<StrategyContext, ISearchStrategy> createStrategy,
        IRepeatDraws repeats,
        RunOptions options,
        int run,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        options.RequireSense();
        var account = new RunAccount(options, data.Epochs.Length, data.Epochs[^1]);
        var evaluator = new Evaluator(data, repeats, options);
        long start = Stopwatch.GetTimestamp();
        ISearchStrategy strategy = createStrategy(context);
        var clock = new TableClock(TimedShare);
        cancellationToken.ThrowIfCancellationRequested();
        RunStatus status = options.Workers == 1
            ? RunAlone(new SearchLoop(strategy, context, evaluator, account, clock, options), cancellationToken)
            : RunWorkers(strategy, context, evaluator, account, clock, options, cancellationToken);
        if (options.PaysFinal && account.Incumbents.Count > 0)
        {
            int index = account.Incumbents[^1].Index;
            Proposal final = new(Nas101.CellAt(index), index, data.Epochs[^1]);
            if (evaluator.TryTrain(final, out Evaluated trained))
            {
                account.AddFinal(final, trained);
            }
        }

        double total = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new RunResult
        {
            Run = run,
            Status = status,
            Steps = account.Steps,
            Evaluations = account.Evaluations,
            Invalid = account.Invalid,
            Distinct = account.Distinct,
            IsomorphicRepeats = account.IsomorphicRepeats,
            SpentSeconds = account.Seconds,
            BusySeconds = account.BusySeconds,
            SpentEpochs = account.SpentEpochs,
            OwnSeconds = Math.Max(total - clock.Seconds, 0),
            Incumbents = account.Incumbents,
            Front = account.Front,
            Records = account.Records,
        };
    }

    private static RunStatus RunAlone(SearchLoop loop, CancellationToken cancellationToken)
    {
        int untilCheck = CancellationShare;
        while (loop.Step())
        {
            if (--untilCheck == 0)
            {
                untilCheck = CancellationShare;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return loop.Status;
    }

    /// <summary>
    /// Several workers as a queue of events: a worker that is free takes the next proposal at once, and answers are told in the order in which
    /// trainings end; of those that end together the one that began first.
    /// </summary>
    private static RunStatus RunWorkers(
        ISearchStrategy strategy,
        StrategyContext context,
        Evaluator evaluator,
        RunAccount account,
        TableClock clock,
        RunOptions options,
        CancellationToken cancellationToken)
    {
        var running = new PriorityQueue<(Proposal Proposal, Evaluated Evaluated, bool IsThere), (double End, long Order)>();
        double now = 0;
        long order = 0;
        int free = 0;
        while (free < MaxFreeProposals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (running.Count < options.Workers && strategy.TryAsk(out Proposal asked))
            {
                clock.Begin();
                Evaluated begun = default;
                bool isKnown = asked.IsValid && evaluator.TryEvaluate(asked, out begun);
                clock.End();
                running.Enqueue((asked, begun, isKnown), (now + (isKnown ? begun.Cost : 0), order++));
            }

            if (!running.TryDequeue(out (Proposal Proposal, Evaluated Evaluated, bool IsThere) ended, out (double End, long Order) moment))
            {
                return RunStatus.Exhausted;
            }

            now = moment.End;
            if (!ended.IsThere)
            {
                account.AddInvalid(ended.Proposal);
                free++;
                context.SpentPart = options.CountsInvalid ? account.PartSpent : context.SpentPart;
                strategy.Tell(ended.Proposal, Answer.Invalid);
                if (context.SpentPart >= 1)
                {
                    return RunStatus.Finished;
                }

                continue;
            }

            account.Add(ended.Proposal, ended.Evaluated, now);
            free = ended.Evaluated.IsFree ? free + 1 : 0;
            context.SpentPart = account.PartSpent;
            strategy.Tell(ended.Proposal, ended.Evaluated.Answer);
            if (context.SpentPart >= 1)
            {
                return RunStatus.Finished;
            }
        }

        return RunStatus.Exhausted;
    }
}
