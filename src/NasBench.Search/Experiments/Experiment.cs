using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>The runs of a plan against a data set, by any number of threads.</summary>
/// <remarks>A run depends on its seed, algorithm and number alone, so the results are the same for any number of threads and any order.</remarks>
public sealed class Experiment
{
    private readonly Dataset _data;

    /// <summary>Plans an experiment, and starts each strategy once to see that it fits the data.</summary>
    /// <param name="data">The table; it must stay open.</param>
    /// <param name="plan">What to run.</param>
    /// <exception cref="SearchException">A strategy does not fit the data, its encoding or its settings.</exception>
    public Experiment(Dataset data, SearchPlan plan)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Runs, 1, nameof(plan));
        if (data.Epochs.Length == 0 || data.CellCount == 0)
        {
            throw new SearchException("the data set holds no cell to search for");
        }

        _data = data;
        Plan = plan;
        foreach (PlannedAlgorithm planned in plan.Algorithms)
        {
            if (plan.Workers > 1 && !planned.Algorithm.TakesWorkers)
            {
                string able = string.Join(", ", SearchAlgorithms.All.Where(known => known.TakesWorkers).Select(known => known.Name));
                throw new SearchException($"{planned.Algorithm.Name} has one worker; more than one can have {able}");
            }

            plan.OptionsOf(planned, keepsRecords: false).RequireSense();
            RunStart start = RunStart.Create(data, plan, planned, run: 0);
            int epochs = start.Context.FullEpochs;
            if (!data.Epochs.Contains(epochs))
            {
                throw new SearchException(
                    $"{planned.Algorithm.Name}: the data hold no training of {epochs} epochs, only of {string.Join(", ", data.Epochs.ToArray())}");
            }

            start.CreateStrategy(start.Context);
        }
    }

    /// <summary>What is run.</summary>
    public SearchPlan Plan { get; }

    /// <summary>Does one run.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="keepsRecords">Whether every evaluation is recorded.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="SearchException">The strategy asked for what the data do not hold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public RunResult Run(RunId id, bool keepsRecords = false, CancellationToken cancellationToken = default)
    {
        PlannedAlgorithm planned = Plan.Algorithms[id.Algorithm];
        RunStart start = RunStart.Create(_data, Plan, planned, id.Run);
        return SearchRunner.Run(
            _data, start.Context, start.CreateStrategy, start.Repeats, Plan.OptionsOf(planned, keepsRecords), id.Run, cancellationToken);
    }

    /// <summary>Does many runs.</summary>
    /// <param name="ids">Which ones.</param>
    /// <param name="finished">Is told each run that ended, by the thread that did it: several threads can call it at the same time.</param>
    /// <param name="keepsRecords">Whether every evaluation is recorded.</param>
    /// <param name="maxThreads">The most threads; 0 for one for each processor.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early; runs that have ended were told.</param>
    /// <returns>The runs that failed.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IReadOnlyList<RunFailure> Run(
        IReadOnlyList<RunId> ids,
        Action<RunId, RunResult> finished,
        bool keepsRecords = false,
        int maxThreads = 0,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(finished);
        List<RunFailure> failures = [];
        Lock turn = new();
        int done = 0;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = maxThreads > 0 ? maxThreads : Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        try
        {
            Parallel.ForEach(Partitioner.Create(ids, EnumerablePartitionerOptions.NoBuffering), options, RunOne);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return [.. failures.OrderBy(failure => failure.Id.Algorithm).ThenBy(failure => failure.Id.Run)];

        void RunOne(RunId id)
        {
            RunResult? result = null;
            try
            {
                result = Run(id, keepsRecords, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                lock (turn)
                {
                    failures.Add(new RunFailure(id, failure));
                }
            }

            if (result is not null)
            {
                finished(id, result);
            }

            lock (turn)
            {
                progress?.Report(++done / (double)ids.Count);
            }
        }
    }
}
