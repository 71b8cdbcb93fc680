namespace NasBench.Search;

/// <summary>From the records of a run to its rows.</summary>
public static class TraceRows
{
    /// <summary>The rows of a run that kept its records.</summary>
    /// <param name="run">The run.</param>
    /// <param name="regret">Which regret to tell.</param>
    /// <returns>A row for each evaluation, invalid ones included, in order.</returns>
    public static IEnumerable<TraceRow> Of(ScoredRun run, RegretKind regret)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Enumerate(run, regret, onlyImprovements: false);
    }

    /// <summary>The rows of those evaluations that became the incumbent.</summary>
    /// <param name="run">The run.</param>
    /// <param name="regret">Which regret to tell.</param>
    /// <returns>A row for each of them, in order.</returns>
    public static IEnumerable<TraceRow> OfIncumbents(ScoredRun run, RegretKind regret)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Enumerate(run, regret, onlyImprovements: true);
    }

    private static IEnumerable<TraceRow> Enumerate(ScoredRun run, RegretKind regret, bool onlyImprovements)
    {
        RunResult result = run.Result;
        long epochs = 0;
        int incumbent = -1;
        for (int i = 0; i < result.Records.Count; i++)
        {
            EvaluationRecord record = result.Records[i];
            RecordValues values = run.Values[i];
            if (record.Index >= 0)
            {
                epochs += record.SpentEpochs;
                incumbent += record.IsImprovement ? 1 : 0;
            }

            if (onlyImprovements && !record.IsImprovement)
            {
                continue;
            }

            Incumbent best = incumbent < 0 ? default : result.Incumbents[incumbent];
            IncumbentScore score = incumbent < 0 ? default : run.Scores[incumbent];
            yield return new TraceRow(
                i + 1,
                record.Index,
                record.Epochs,
                record.IsHalfway,
                record.Repeat,
                values.ValidationAccuracy,
                values.TestAccuracy,
                values.TrainingTime,
                record.Seconds,
                epochs,
                incumbent < 0 ? double.NaN : best.ValidationAccuracy,
                incumbent < 0 ? double.NaN : best.TestAccuracy,
                incumbent < 0 ? double.NaN : score.MeanTest,
                incumbent < 0 ? double.NaN : score[regret]);
        }
    }
}
