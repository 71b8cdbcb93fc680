using NasBench.Data;
using NasBench.Search;

namespace NasBench.Cli;

/// <summary>One execution of a search: the runs of a shard, done now or kept in a folder from before.</summary>
internal sealed class SearchSession
{
    private readonly CommandContext _context;
    private readonly SearchPlan _plan;
    private readonly SearchedData _data;
    private readonly ExperimentFolder? _folder;
    private readonly bool _keepsRecords;
    private readonly Dictionary<RunId, ScoredRun> _runs = [];
    private readonly Lock _turn = new();

    /// <summary>Begins a session.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="plan">What is run.</param>
    /// <param name="data">What it is run against.</param>
    /// <param name="folder">Where finished runs are kept; null for nowhere.</param>
    /// <param name="keepsRecords">Whether evaluations are kept in memory.</param>
    public SearchSession(CommandContext context, SearchPlan plan, SearchedData data, ExperimentFolder? folder, bool keepsRecords)
    {
        _context = context;
        _plan = plan;
        _data = data;
        _folder = folder;
        _keepsRecords = keepsRecords;
    }

    /// <summary>Does the runs that are not there yet.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="data">The table.</param>
    /// <param name="optima">Its best values.</param>
    /// <param name="objectives">The table in two objectives; null where there is one.</param>
    /// <param name="ids">The runs of the shard.</param>
    /// <param name="threads">The most threads; 0 for one for each processor.</param>
    /// <returns>The runs that failed.</returns>
    public IReadOnlyList<RunFailure> Run(Experiment experiment, Dataset data, Optima optima, ObjectiveTable? objectives, IReadOnlyList<RunId> ids, int threads)
    {
        RunId[] missing = [.. ids.Where(id => _folder is null || !_folder.Has(id))];
        if (missing.Length < ids.Count)
        {
            _context.Tell($"{ids.Count - missing.Length} of {ids.Count} runs are there from before");
        }

        return missing.Length == 0
            ? []
            : _context.WithProgress(
                "Searching",
                progress => experiment.Run(missing, Keep, _keepsRecords || _folder is not null, threads, progress, _context.Cancellation));

        void Keep(RunId id, RunResult result)
        {
            var run = ScoredRun.Create(data, optima, result, objectives);
            _folder?.Write(id, run);
            lock (_turn)
            {
                _runs[id] = _keepsRecords ? run : WithoutRecords(run);
            }
        }
    }

    /// <summary>A run that is there, with its records.</summary>
    public ScoredRun? Find(RunId id)
    {
        if (_runs.TryGetValue(id, out ScoredRun? run) && (_keepsRecords || _folder is null))
        {
            return run;
        }

        return _folder is not null && _folder.Has(id) ? _folder.Read(id) : run;
    }

    /// <summary>Sums up those of some runs that are there.</summary>
    public ExperimentSummary Summarize(IReadOnlyList<RunId> ids)
    {
        List<ScoredRun>[] results = [.. _plan.Algorithms.Select(_ => new List<ScoredRun>())];
        foreach (RunId id in ids)
        {
            if ((_runs.TryGetValue(id, out ScoredRun? run) ? run : Find(id)) is { } found)
            {
                results[id.Algorithm].Add(WithoutRecords(found));
            }
        }

        return new ExperimentSummary(_plan, _data, results);
    }

    private static ScoredRun WithoutRecords(ScoredRun run) => run with { Result = run.Result with { Records = [] }, Values = [] };
}
