using System.Text.Json;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary>The fields of an answer in JSON.</summary>
internal static class QueryJson
{
    /// <summary>Writes all fields of an answer.</summary>
    public static void Write(Utf8JsonWriter json, Dataset data, QueryAnswer answer)
    {
        WriteCell(json, data, answer.Index);
        json.WriteNumber("epochs"u8, answer.Epochs);
        if (answer.Repeat.Number >= 0)
        {
            json.WriteNumber("repeat"u8, answer.Repeat.Number);
        }
        else
        {
            json.WriteString("repeat"u8, answer.Repeat.ToString());
        }

        if (answer.Runs is null)
        {
            WriteMetrics(json, answer.Metrics);
        }
        else
        {
            WriteRuns(json, answer.Runs);
        }

        json.WriteString("provenance"u8, answer.Provenance.GetName());
    }

    /// <summary>Writes the budget of a batch.</summary>
    public static void Write(Utf8JsonWriter json, Budget budget)
    {
        json.WriteStartObject("budget"u8);
        json.WriteMeasured("training_time", budget.TrainingTime);
        json.WriteNumber("epochs"u8, budget.Epochs);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, Dataset data, int index)
    {
        Span<char> hash = stackalloc char[32];
        data.GetHash(index).TryFormat(hash, out _, default, null);
        json.WriteString("module_hash"u8, hash);

        Cell cell = data.GetStoredCell(index);
        json.WriteStartArray("module_adjacency"u8);
        for (int row = 0; row < cell.Vertices; row++)
        {
            json.WriteStartArray();
            for (int column = 0; column < cell.Vertices; column++)
            {
                json.WriteNumberValue(column > row && cell.HasEdge(row, column) ? 1 : 0);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("module_operations"u8);
        json.WriteStringValue("input"u8);
        for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
        {
            // A stored cell may carry an unknown operation only where pruning removes it.
            int operation = cell.GetOperation(vertex);
            json.WriteStringValue(operation == Cell.UnknownOperation ? "unknown"u8 : Nas101.GetOperationNameUtf8(operation));
        }

        json.WriteStringValue("output"u8);
        json.WriteEndArray();
        json.WriteOptional("trainable_parameters", data.GetTrainableParameters(index));
    }

    private static void WriteRuns(Utf8JsonWriter json, Run[] runs)
    {
        json.WriteStartArray("runs"u8);
        foreach (Run run in runs)
        {
            json.WriteStartObject();
            json.WriteStartObject("halfway"u8);
            WriteMetrics(json, run.Halfway);
            json.WriteEndObject();
            json.WriteStartObject("final"u8);
            WriteMetrics(json, run.Final);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMetrics(Utf8JsonWriter json, Metrics metrics)
    {
        json.WriteMeasured("training_time", metrics.TrainingTime);
        json.WriteMeasured("train_accuracy", metrics.TrainAccuracy);
        json.WriteMeasured("validation_accuracy", metrics.ValidationAccuracy);
        json.WriteMeasured("test_accuracy", metrics.TestAccuracy);
    }
}
