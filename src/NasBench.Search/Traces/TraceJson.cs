using System.Text.Json;

namespace NasBench.Search;

/// <summary>Writes a row of a trace as JSON.</summary>
public static class TraceJson
{
    /// <summary>Writes the members of a row into an object that is open.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="algorithm">The algorithm's name in the results.</param>
    /// <param name="run">The number of the run.</param>
    /// <param name="row">The row.</param>
    /// <param name="provenance">Where the values come from.</param>
    public static void Write(Utf8JsonWriter json, string algorithm, int run, in TraceRow row, string provenance)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("algorithm", algorithm);
        json.WriteNumber("run", run);
        json.WriteNumber("step", row.Step);
        WriteHash(json, row.Index);
        json.WriteNumber("epochs", row.Epochs);
        json.WriteBoolean("halfway", row.IsHalfway);
        if (row.Repeat < 0)
        {
            json.WriteNull("repeat");
        }
        else
        {
            json.WriteNumber("repeat", row.Repeat);
        }

        WriteNumber(json, "validation_accuracy", row.ValidationAccuracy);
        WriteNumber(json, "test_accuracy", row.TestAccuracy);
        WriteNumber(json, "training_time", row.TrainingTime);
        WriteNumber(json, "spent_seconds", row.SpentSeconds);
        json.WriteNumber("spent_epochs", row.SpentEpochs);
        WriteNumber(json, "incumbent_validation", row.IncumbentValidation);
        WriteNumber(json, "incumbent_test", row.IncumbentTest);
        WriteNumber(json, "incumbent_mean_test", row.IncumbentMeanTest);
        WriteNumber(json, "regret", row.Regret);
        json.WriteString("provenance", provenance);
    }

    private static void WriteHash(Utf8JsonWriter json, int index)
    {
        if (index < 0)
        {
            json.WriteNull("module_hash");
            return;
        }

        Span<byte> digits = stackalloc byte[32];
        Nas101.HashAt(index).TryFormat(digits, out int written, default, null);
        json.WriteString("module_hash", digits[..written]);
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
