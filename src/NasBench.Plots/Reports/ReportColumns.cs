using System.Text.Json;
using NasBench.Analysis;

namespace NasBench.Plots;

/// <summary>The columns of a report that are drawn: some of the cells, and the distributions of all.</summary>
internal static class ReportColumns
{
    /// <summary>How many cells a page draws: as many as a browser moves without effort.</summary>
    private const int MaxCells = 6000;

    private const int QuantileCount = 201;

    /// <summary>Writes the cells at equal distances in the order of indices, as one array a value.</summary>
    public static void WriteCells(Utf8JsonWriter json, Landscape landscape)
    {
        int[] shown = Choose(landscape.Cells);
        EpochsColumns columns = landscape.Longest;
        json.WriteStartObject("cells");
        json.WriteNumber("all", landscape.Cells.Length);
        WriteArray(json, "module_hash", shown, index => json.WriteStringValue(landscape.GetHash(index).ToString()));
        WriteArray(json, "trainable_parameters", shown, index => json.WriteNumberValue(landscape.TrainableParameters[index]));
        WriteArray(json, "training_time", shown, index => WriteRounded(json, columns.TrainingTime[index]));
        WriteArray(json, "validation_accuracy", shown, index => WriteRounded(json, columns.Validation[index]));
        WriteArray(json, "test_accuracy", shown, index => WriteRounded(json, columns.Test[index]));
        WriteArray(json, "vertices", shown, index => json.WriteNumberValue(Nas101.CellAt(index).Vertices));
        WriteArray(json, "edges", shown, index => json.WriteNumberValue(Nas101.CellAt(index).EdgeCount));
        json.WriteEndObject();
    }

    /// <summary>Writes the distribution of mean accuracies at each number of epochs as quantiles.</summary>
    public static void WriteDistributions(Utf8JsonWriter json, Landscape landscape)
    {
        json.WriteStartArray("distributions");
        foreach (EpochsColumns columns in landscape.Columns)
        {
            Write($"test@{columns.Epochs}", columns.Test);
        }

        Write($"validation@{landscape.Longest.Epochs}", landscape.Longest.Validation);
        Write($"train@{landscape.Longest.Epochs}", landscape.Longest.Train);
        json.WriteEndArray();

        void Write(string name, ReadOnlySpan<double> values)
        {
            double[] sorted = [.. values.ToArray().Where(double.IsFinite).Order()];
            if (sorted.Length == 0)
            {
                return;
            }

            json.WriteStartObject();
            json.WriteString("name", name);
            WriteSteps("part", step => step / (QuantileCount - 1.0));
            WriteSteps("value", step => sorted[(int)((long)step * (sorted.Length - 1) / (QuantileCount - 1))]);
            json.WriteEndObject();
        }

        void WriteSteps(string name, Func<int, double> value)
        {
            json.WriteStartArray(name);
            for (int step = 0; step < QuantileCount; step++)
            {
                WriteRounded(json, value(step));
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Writes a number as it is drawn, in seven digits; null where there is none.</summary>
    public static void WriteRounded(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue((float)value);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static int[] Choose(ReadOnlySpan<int> cells)
    {
        int[] shown = new int[Math.Min(cells.Length, MaxCells)];
        for (int i = 0; i < shown.Length; i++)
        {
            shown[i] = cells[(int)((long)i * cells.Length / shown.Length)];
        }

        return shown;
    }

    private static void WriteArray(Utf8JsonWriter json, string name, int[] indices, Action<int> write)
    {
        json.WriteStartArray(name);
        foreach (int index in indices)
        {
            write(index);
        }

        json.WriteEndArray();
    }
}
