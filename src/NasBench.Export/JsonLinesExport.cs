using NasBench.Data;

namespace NasBench.Export;

/// <summary>Data sets as JSON lines: an object a record. A value that is absent, or that JSON cannot say, is null; numbers have the shortest digits that read back to the same double.</summary>
public static class JsonLinesExport
{
    /// <summary>Writes a file.</summary>
    /// <inheritdoc cref="CsvExport.Write"/>
    public static long Write(Dataset data, string path, Provenance provenance, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        using AtomicFile file = new(path);
        TextBuffer text = new(file.Stream);
        new ExportSource(data, provenance, progress, cancellationToken).ForEachRow((in ExportRow row) => WriteLine(text, row));
        text.Flush();
        return file.Complete();
    }

    private static void WriteLine(TextBuffer text, in ExportRow row)
    {
        text.Write("{\"module_hash\":\""u8);
        text.Write(row.Cell.Hash);
        text.Write("\",\"adjacency\":\""u8);
        text.Write(row.Cell.Adjacency);
        text.Write("\",\"operations\":\""u8);
        text.Write(row.Cell.Operations);
        text.Write("\",\"trainable_parameters\":"u8);
        if (row.Cell.TrainableParameters is int parameters)
        {
            text.Write(parameters);
        }
        else
        {
            text.Write("null"u8);
        }

        text.Write(",\"epochs\":"u8);
        text.Write(row.Epochs);
        text.Write(",\"repeat\":"u8);
        text.Write(row.Repeat);
        Span<double> values = stackalloc double[ExportColumns.ValueCount];
        ExportColumns.GetValues(row.Training, values);
        for (int i = 0; i < values.Length; i++)
        {
            text.Write(",\""u8);
            text.Write(ExportColumns.Values[i]);
            text.Write("\":"u8);
            if (double.IsFinite(values[i]))
            {
                text.Write(values[i]);
            }
            else
            {
                text.Write("null"u8);
            }
        }

        text.Write(",\"provenance\":\""u8);
        text.Write(ExportColumns.NameOf(row.Provenance));
        text.Write("\"}\n"u8);
    }
}
