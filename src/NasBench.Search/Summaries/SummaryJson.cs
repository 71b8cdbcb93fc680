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
        json.WriteNumber("workers", plan.Workers);
        json.WriteStartArray("algorithms");
        foreach (AlgorithmSummary algorithm in summary.Algorithms)
        {
            json.WriteStartObject();
            Write(json, algorithm);
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
        if (algorithm.FinalRegret is { } regret)
        {
            json.WriteStartObject("final_regret");
            WriteNumber(json, "mean", regret.Mean);
            WriteNumber(json, "median", regret.Median);
            WriteNumber(json, "q25", regret.Q25);
            WriteNumber(json, "q75", regret.Q75);
            WriteNumber(json, "min", regret.Min);
            WriteNumber(json, "max", regret.Max);
            json.WriteStartArray("ci95");
            json.WriteNumberValue(regret.Low);
            json.WriteNumberValue(regret.High);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("final_regret");
        }

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
