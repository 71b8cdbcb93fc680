using System.Text;
using NasBench.Data;

namespace NasBench.Export;

/// <summary>Data sets as JSON lines: an object a record. A value that is absent, or that JSON cannot say, is null; numbers have the shortest digits that read back to the same double.</summary>
public static class JsonLinesExport
{
    /// <summary>What stands before each measured value.</summary>
    private static readonly byte[][] s_names = [.. ExportColumns.Values.Select(name => Encoding.ASCII.GetBytes($",\"{name}\":"))];

    /// <summary>Writes a file.</summary>
    /// <inheritdoc cref="CsvExport.Write"/>
    public static long Write(Dataset data, string path, Provenance provenance, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new TextExport(WriteCell, WriteRow).Write(new ExportSource(data, provenance, progress, cancellationToken), path, heading: []);
    }

    private static void WriteCell(TextBuffer text, ExportCell cell)
    {
        text.Write("{\"module_hash\":\""u8);
        text.Write(cell.Hash);
        text.Write("\",\"adjacency\":\""u8);
        text.WriteMatrix(cell.Graph);
        text.Write("\",\"operations\":\""u8);
        text.WriteOperations(cell.Graph);
        text.Write("\",\"trainable_parameters\":"u8);
        if (cell.TrainableParameters is int parameters)
        {
            text.Write(parameters);
        }
        else
        {
            text.Write("null"u8);
        }

        text.Write(",\"epochs\":"u8);
    }

    private static void WriteRow(TextBuffer text, in ExportRow row)
    {
        text.Write(row.Epochs);
        text.Write(",\"repeat\":"u8);
        text.Write(row.Repeat);
        Span<double> values = stackalloc double[ExportColumns.ValueCount];
        ExportColumns.GetValues(row.Training, values);
        for (int i = 0; i < values.Length; i++)
        {
            text.Write(s_names[i]);
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
