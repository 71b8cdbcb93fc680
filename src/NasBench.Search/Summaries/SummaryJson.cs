using System.Globalization;
using System.Text.Json;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>Writes a summary as JSON, the same on the command line and in the folder of an experiment.</summary>
public static class SummaryJson
{
    /// <summary>Writes the members of the summary into an object that is open.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="summary">The summary.</param>
    public static void Write(Utf8JsonWriter json, ExperimentSummary summary)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(summary);
        SearchPlan plan = summary.Plan;
        json.WriteString("provenance", summary.Data.Provenance.GetName());
        json.WriteString("regret", plan.Regret.GetName());
        WriteNumber(json, "optimum", summary.Optimum);
        json.WriteNumber("seed", plan.Seed);
        json.WriteString("budget", plan.Budget.ToString());
        json.WriteString("dedup", plan.Dedup.ToString().ToLowerInvariant());
        json.WriteString("incumbent", plan.IncumbentBy.ToString().ToLowerInvariant());
        json.WriteBoolean("pay_final", plan.PaysFinal);
        json.WriteBoolean("count_invalid", plan.CountsInvalid);
        json.WriteBoolean("resume_credit", plan.CreditsResumed);
        json.WriteBoolean("add_overhead", plan.AddsOwnTime);
        json.WriteString("objectives", plan.Objectives.GetName());
        if (summary.Data.Scale is { } scale)
        {
            json.WriteStartObject("hypervolume_scale");
            WriteNumber(json, "reference_loss", scale.Reference.First);
            WriteNumber(json, SecondName(plan), scale.Reference.Second);
            WriteNumber(json, "exact", scale.Exact);
            json.WriteEndObject();
        }

        json.WriteNumber("workers", plan.Workers);
        json.WriteStartArray("algorithms");
        foreach (AlgorithmSummary algorithm in summary.Algorithms)
        {
            json.WriteStartObject();
            Write(json, algorithm);
            WriteFronts(json, plan, algorithm.Fronts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("comparisons");
        foreach (AlgorithmComparison pair in summary.Comparisons)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.First);
            json.WriteString("second", pair.Second);
            json.WriteString("test", pair.Test);
            WriteNumber(json, "p", pair.P);
            WriteNumber(json, "p_holm", pair.Holm);
            WriteNumber(json, "a12", pair.A12);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the settings of an algorithm as an object: numbers as numbers, words as strings.</summary>
    internal static void WriteSettings(Utf8JsonWriter json, PlannedAlgorithm algorithm)
    {
        json.WriteStartObject("settings");
        foreach ((string name, string value) in algorithm.Settings.Values)
        {
            if (name == "encoding")
            {
                continue;
            }

            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value);
            }
            else
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AlgorithmSummary algorithm)
    {
        json.WriteString("algorithm", algorithm.Name);
        json.WriteString("profile", algorithm.Algorithm.Profile.GetName());
        json.WriteString("profile_text", algorithm.Algorithm.ProfileText);
        json.WriteString("encoding", algorithm.Algorithm.Encoding.Name);
        WriteSettings(json, algorithm.Algorithm);
        json.WriteNumber("runs", algorithm.Runs);
        WriteNumber(json, "evaluations", algorithm.Evaluations);
        WriteNumber(json, "invalid", algorithm.Invalid);
        WriteNumber(json, "distinct", algorithm.Distinct);
        WriteNumber(json, "isomorphic_repeats", algorithm.IsomorphicRepeats);
        WriteNumber(json, "spent_seconds", algorithm.SpentSeconds);
        WriteNumber(json, "busy_seconds", algorithm.BusySeconds);
        WriteNumber(json, "spent_epochs", algorithm.SpentEpochs);
        json.WriteNumber("exhausted_runs", algorithm.Exhausted);
        WriteNumber(json, "at_optimum", algorithm.AtOptimum);
        WriteDistribution(json, "final_regret", algorithm.FinalRegret, algorithm.RegretDeviation);
        json.WriteNumber("negative_regrets", algorithm.NegativeRegrets);
        json.WriteStartArray("targets");
        foreach (RegretTarget target in algorithm.Targets)
        {
            json.WriteStartObject();
            WriteNumber(json, "regret", target.Regret);
            WriteNumber(json, "reached", target.Reached);
            WriteNumber(json, "seconds", target.Seconds);
            WriteNumber(json, "evaluations", target.Evaluations);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNumber(json, "mean_regret_over_log_time", algorithm.MeanOverLogTime);
        WriteNumber(json, "mean_rank", algorithm.MeanRank);
        WriteNumber(json, "own_seconds_per_evaluation", algorithm.OwnSecondsPerEvaluation);
    }

    private static void WriteDistribution(Utf8JsonWriter json, string name, Distribution? distribution, double? deviation = null)
    {
        if (distribution is not { } values)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteNumber(json, "mean", values.Mean);
        WriteNumber(json, "median", values.Median);
        WriteNumber(json, "q25", values.Q25);
        WriteNumber(json, "q75", values.Q75);
        WriteNumber(json, "min", values.Min);
        WriteNumber(json, "max", values.Max);
        if (deviation is { } sd)
        {
            WriteNumber(json, "sd", sd);
        }

        json.WriteStartArray("ci95");
        json.WriteNumberValue(values.Low);
        json.WriteNumberValue(values.High);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string SecondName(SearchPlan plan) => plan.Objectives == SearchObjectives.AccuracyTime ? "training_time" : "trainable_parameters";

    /// <summary>The fronts of an algorithm: nothing where the search has one objective.</summary>
    private static void WriteFronts(Utf8JsonWriter json, SearchPlan plan, FrontSummary? fronts)
    {
        if (fronts is null)
        {
            return;
        }

        WriteDistribution(json, "hypervolume", fronts.Hypervolume);
        WriteDistribution(json, "relative_hypervolume", fronts.Relative);
        json.WriteStartArray("front");
        foreach ((int run, double hypervolume, IReadOnlyList<ScoredFrontPoint> points) in fronts.Fronts)
        {
            json.WriteStartObject();
            json.WriteNumber("run", run);
            WriteNumber(json, "hypervolume", hypervolume);
            json.WriteStartArray("cells");
            foreach (ScoredFrontPoint scored in points)
            {
                json.WriteStartObject();
                json.WriteString("module_hash", Nas101.HashAt(scored.Point.Index).ToString());
                WriteNumber(json, "validation_accuracy", scored.Point.ValidationAccuracy);
                WriteNumber(json, SecondName(plan), scored.Point.Second);
                WriteNumber(json, "mean_test_accuracy", 1 - scored.Judged.First);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
