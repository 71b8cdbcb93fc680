using NasBench.Data;

namespace NasBench.Search;

/// <summary>A search without an end, evaluated by the piece: what measurements time.</summary>
internal sealed class RunningSearch
{
    private readonly SearchLoop _loop;
    private readonly RunAccount _account;

    private RunningSearch(SearchLoop loop, RunAccount account)
    {
        _loop = loop;
        _account = account;
    }

    /// <summary>Starts an algorithm with the settings of the paper.</summary>
    /// <param name="data">The table.</param>
    /// <param name="algorithm">The algorithm's name.</param>
    /// <param name="encoding">What it searches in.</param>
    public static RunningSearch Start(Dataset data, string algorithm, SearchEncoding encoding)
    {
        var planned = PlannedAlgorithm.Create(algorithm, SearchProfile.Paper, encoding.Name);
        var plan = new SearchPlan { Algorithms = [planned], Budget = SearchBudget.Evaluations(long.MaxValue) };
        RunStart start = RunStart.Create(data, plan, planned, run: 0);
        RunOptions options = plan.OptionsOf(planned, keepsRecords: false);
        var account = new RunAccount(options, data.Epochs.Length, data.Epochs[^1]);
        var loop = new SearchLoop(
            start.CreateStrategy(start.Context),
            start.Context,
            new Evaluator(data, start.Repeats, options),
            account,
            new TableClock(SearchRunner.TimedShare),
            options);
        return new RunningSearch(loop, account);
    }

    /// <summary>Evaluates so many valid cells.</summary>
    /// <param name="count">How many.</param>
    /// <returns>How many were evaluated.</returns>
    public int Evaluate(int count)
    {
        long end = _account.Evaluations + count;
        while (_account.Evaluations < end && _loop.Step())
        {
        }

        return count;
    }
}
