using NasBench.Data;

namespace NasBench.Search;

/// <summary>A run with all that can be told of it: no data set is needed any more.</summary>
/// <param name="Result">What the run did.</param>
/// <param name="Scores">What each of its incumbents is worth.</param>
/// <param name="Values">The values of each of its records.</param>
public sealed record ScoredRun(RunResult Result, IReadOnlyList<IncumbentScore> Scores, IReadOnlyList<RecordValues> Values)
{
    /// <summary>The front of the run, from the smallest loss that was seen to the largest; none where the search has one objective.</summary>
    public IReadOnlyList<ScoredFrontPoint> Front { get; init; } = [];

    /// <summary>Scores a run.</summary>
    /// <param name="data">The table that it ran against.</param>
    /// <param name="optima">The best values of that table.</param>
    /// <param name="result">The run.</param>
    /// <param name="objectives">The table in two objectives; null where the search has one.</param>
    public static ScoredRun Create(Dataset data, Optima optima, RunResult result, ObjectiveTable? objectives = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optima);
        ArgumentNullException.ThrowIfNull(result);
        return new ScoredRun(
            result,
            [.. result.Incumbents.Select(incumbent => Score(optima, incumbent))],
            [.. result.Records.Select(record => LookUp(data, record))])
        {
            Front = objectives is null ? [] : [.. result.Front.Select(point => new ScoredFrontPoint(point, objectives[point.Index]))],
        };
    }

    private static IncumbentScore Score(Optima optima, Incumbent incumbent) => new(
        optima.MeanTest(incumbent.Index),
        optima.Regret(RegretKind.TestMean, incumbent),
        optima.Regret(RegretKind.TestSingle, incumbent),
        optima.Regret(RegretKind.ValidMean, incumbent),
        optima.Regret(RegretKind.ValidSingleSeen, incumbent));

    private static RecordValues LookUp(Dataset data, EvaluationRecord record)
    {
        if (record.Index < 0)
        {
            return new RecordValues(double.NaN, double.NaN, 0);
        }

        Run run;
        if (record.Repeat < 0)
        {
            data.TryGetMean(record.Index, record.Epochs, out run);
        }
        else
        {
            data.TryGetRun(record.Index, record.Epochs, record.Repeat, out run);
        }

        Metrics metrics = run.At(record.IsHalfway ? EvaluationPoint.Halfway : EvaluationPoint.Final);
        return new RecordValues(metrics.ValidationAccuracy, metrics.TestAccuracy, record.Cost);
    }
}
