using NasBench.Data;

namespace NasBench.Search;

/// <summary>From the records of a run to its rows: what was left out of the records is looked up again.</summary>
public static class TraceRows
{
    /// <summary>The rows of a run that kept its records.</summary>
    /// <param name="data">The table that it ran against.</param>
    /// <param name="optima">The best values of that table.</param>
    /// <param name="regret">Which regret to tell.</param>
    /// <param name="result">The run.</param>
    /// <returns>A row for each evaluation, invalid ones included, in order.</returns>
    public static IEnumerable<TraceRow> Of(Dataset data, Optima optima, RegretKind regret, RunResult result)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optima);
        ArgumentNullException.ThrowIfNull(result);
        long epochs = 0;
        int incumbent = -1;
        long step = 0;
        foreach (EvaluationRecord record in result.Records)
        {
            step++;
            Metrics metrics = Metrics.Absent;
            double time = 0;
            if (record.Index >= 0)
            {
                metrics = LookUp(data, record);
                time = record.IsFree || double.IsNaN(metrics.TrainingTime) ? 0 : metrics.TrainingTime;
                epochs += record.IsFree ? 0 : record.IsHalfway ? record.Epochs / 2 : record.Epochs;
                incumbent += record.IsImprovement ? 1 : 0;
            }

            Incumbent? best = incumbent < 0 ? null : result.Incumbents[incumbent];
            yield return new TraceRow(
                step,
                record.Index,
                record.Epochs,
                record.IsHalfway,
                record.Repeat,
                metrics.ValidationAccuracy,
                metrics.TestAccuracy,
                time,
                record.Seconds,
                epochs,
                best?.ValidationAccuracy ?? double.NaN,
                best?.TestAccuracy ?? double.NaN,
                best is { } known ? optima.MeanTest(known.Index) : double.NaN,
                best is { } found ? optima.Regret(regret, found) : double.NaN);
        }
    }

    private static Metrics LookUp(Dataset data, in EvaluationRecord record)
    {
        Run run;
        if (record.Repeat < 0)
        {
            data.TryGetMean(record.Index, record.Epochs, out run);
        }
        else
        {
            data.TryGetRun(record.Index, record.Epochs, record.Repeat, out run);
        }

        return run.At(record.IsHalfway ? EvaluationPoint.Halfway : EvaluationPoint.Final);
    }
}
