using NasBench.Data;

namespace NasBench.Search;

/// <summary>A run with all that can be told of it: no data set is needed any more.</summary>
/// <param name="Result">What the run did.</param>
/// <param name="Scores">What each of its incumbents is worth.</param>
/// <param name="Values">The values of each of its records.</param>
public sealed record ScoredRun(RunResult Result, IReadOnlyList<IncumbentScore> Scores, IReadOnlyList<RecordValues> Values)
{
    /// <summary>Scores a run.</summary>
    /// <param name="data">The table that it ran against.</param>
    /// <param name="optima">The best values of that table.</param>
    /// <param name="result">The run.</param>
    public static ScoredRun Create(Dataset data, Optima optima, RunResult result)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optima);
        ArgumentNullException.ThrowIfNull(result);
        return new ScoredRun(
            result,
            [.. result.Incumbents.Select(incumbent => Score(optima, incumbent))],
            [.. result.Records.Select(record => LookUp(data, record))]);
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
