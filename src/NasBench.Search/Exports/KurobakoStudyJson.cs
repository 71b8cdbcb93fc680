using System.Globalization;
using System.Text.Json;

namespace NasBench.Search;

/// <summary>A run as a study of kurobako: the object that <c>kurobako run</c> writes on a line, and that its <c>report</c> and <c>plot</c> read.</summary>
/// <remarks>
/// <para>
/// A trial for each evaluation that was paid, with the parameters of the representative of its class, since runs keep classes; invalid cells are no trials
/// there either. A longer training of a cell begins with the first epoch, so it is a trial of its own.
/// </para>
/// <para>
/// Times are simulated ones: a study begins on 1 January 1970 and ends after the seconds that the run spent, and an evaluation takes as long as its
/// training. <c>ask_elapsed</c> alone is real: the time that the strategy itself took, spread evenly over the trials. It is what differs from one execution to
/// the next.
/// </para>
/// </remarks>
internal static class KurobakoStudyJson
{
    /// <summary>The latest moment that a date can tell, roughly.</summary>
    private const double MaxSeconds = 2e11;

    /// <summary>The budget of a study that a run fits in, in full trainings.</summary>
    /// <param name="run">The run.</param>
    /// <param name="data">What it ran against.</param>
    public static long BudgetOf(RunResult run, SearchedData data)
    {
        int full = data.Epochs[^1];
        return Math.Max(1, (run.SpentEpochs + full - 1) / full);
    }

    /// <summary>Writes a run.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="plan">What was run.</param>
    /// <param name="data">What it ran against.</param>
    /// <param name="id">Which run it is.</param>
    /// <param name="run">The run, with its records.</param>
    /// <param name="budget">The budget of the study: kurobako compares studies of the same one.</param>
    public static void Write(Utf8JsonWriter json, SearchPlan plan, SearchedData data, RunId id, ScoredRun run, long budget)
    {
        PlannedAlgorithm planned = plan.Algorithms[id.Algorithm];
        var encoding = KurobakoEncoding.Of(planned.Encoding);
        json.WriteStartObject();
        json.WriteString("start_time", Moment(0));
        json.WriteString("end_time", Moment(run.Result.SpentSeconds));
        json.WriteNumber("seed", unchecked(plan.Seed + (ulong)id.Run));
        json.WriteNumber("budget", budget);
        json.WriteNumber("concurrency", plan.Workers);
        json.WriteString("scheduling", "RANDOM");
        json.WriteStartObject("solver");
        WriteSolverRecipe(json, planned);
        json.WritePropertyName("spec");
        KurobakoSpecifications.WriteSolver(json, plan.NameOf(planned), planned);
        json.WriteEndObject();
        json.WriteStartObject("problem");
        WriteProblemRecipe(json, encoding, data);
        json.WritePropertyName("spec");
        KurobakoSpecifications.WriteProblem(json, encoding, data.Epochs, data.Provenance);
        json.WriteEndObject();
        WriteTrials(json, encoding, run);
        json.WriteEndObject();
    }

    private static string Moment(double seconds)
        => DateTime.UnixEpoch.AddSeconds(Math.Min(seconds, MaxSeconds)).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>The command that makes the same proposals.</summary>
    private static void WriteSolverRecipe(Utf8JsonWriter json, PlannedAlgorithm planned)
    {
        json.WriteStartObject("recipe");
        json.WriteStartObject("command");
        json.WriteString("path", "nasbench");
        json.WriteStartArray("args");
        List<string> arguments =
        [
            "kurobako-solver", "--algorithm", planned.Algorithm.Name, "--profile", planned.Profile.GetName(), "--encoding", planned.Encoding.Name,
        ];
        StrategySettings usual = ProfileTable.Find(planned.Algorithm.Name, planned.Profile)!;
        foreach ((string name, string value) in planned.Settings.Values)
        {
            if (name != "encoding" && (!usual.Has(name) || usual.Word(name) != value))
            {
                arguments.AddRange(["--set", $"{name}={value}"]);
            }
        }

        foreach (string argument in arguments)
        {
            json.WriteStringValue(argument);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>kurobako's own problem; the data are named by their hash, since a folder of results does not know the name of the file.</summary>
    private static void WriteProblemRecipe(Utf8JsonWriter json, KurobakoEncoding encoding, SearchedData data)
    {
        json.WriteStartObject("recipe");
        json.WriteStartObject("nasbench");
        json.WriteString("dataset", data.Fingerprint);
        json.WriteString("encoding", encoding.Name);
        json.WriteStartArray("metrics");
        json.WriteStringValue("ACCURACY");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTrials(Utf8JsonWriter json, KurobakoEncoding encoding, ScoredRun run)
    {
        double own = run.Result.OwnSeconds / Math.Max(1, run.Result.Records.Count(IsTrial));
        long step = 0;
        json.WriteStartArray("trials");
        for (int i = 0; i < run.Result.Records.Count; i++)
        {
            EvaluationRecord record = run.Result.Records[i];
            if (!IsTrial(record))
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteNumber("thread_id", 0);
            json.WriteStartArray("params");
            foreach (double parameter in encoding.Encode(Space<Nas101>.CellAt(record.Index), record.Index))
            {
                json.WriteNumberValue(parameter);
            }

            json.WriteEndArray();
            json.WriteStartArray("evaluations");
            json.WriteStartObject();
            json.WriteStartArray("values");
            json.WriteNumberValue(1 - (double.IsNaN(run.Values[i].ValidationAccuracy) ? 0 : run.Values[i].ValidationAccuracy));
            json.WriteEndArray();
            json.WriteNumber("start_step", step);
            step += record.IsHalfway ? record.Epochs / 2 : record.Epochs;
            json.WriteNumber("end_step", step);
            json.WriteNumber("ask_elapsed", own);
            json.WriteNumber("tell_elapsed", 0);
            json.WriteNumber("evaluate_elapsed", run.Values[i].TrainingTime);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static bool IsTrial(EvaluationRecord record) => record.Index >= 0 && !record.IsFree;
}
