using System.Text;
using NasBench.Data;

namespace NasBench.Export;

/// <summary>Data sets as CSV: a heading, then a record a line. A value that is absent is empty; numbers have the shortest digits that read back to the same double.</summary>
public static class CsvExport
{
    /// <summary>Writes a file.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="path">The file to make. It appears when it is complete; an existing one is replaced then.</param>
    /// <param name="provenance">Where the values come from; a column says so, of <see cref="Provenance.Mixed"/> values record by record.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early and leaves no file.</param>
    /// <returns>The number of bytes written.</returns>
    /// <remarks>A second or two for the whole space at one number of epochs; a few megabytes of memory a thread, twelve for Parquet. Up to four threads share the work.</remarks>
    /// <exception cref="IOException">The file cannot be made, the disk is full or failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static long Write(Dataset data, string path, Provenance provenance, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        byte[] heading = Encoding.ASCII.GetBytes(string.Join(',', ExportColumns.All) + "\n");
        return new TextExport(WriteCell, WriteRow).Write(new ExportSource(data, provenance, progress, cancellationToken), path, heading);
    }

    private static void WriteCell(TextBuffer text, ExportCell cell)
    {
        text.Write(cell.Hash);
        text.Write(","u8);
        text.WriteMatrix(cell.Graph);
        text.Write(",\""u8);
        text.WriteOperations(cell.Graph);
        text.Write("\","u8);
        if (cell.TrainableParameters is int parameters)
        {
            text.Write(parameters);
        }

        text.Write(","u8);
    }

    private static void WriteRow(TextBuffer text, in ExportRow row)
    {
        text.Write(row.Epochs);
        text.Write(","u8);
        text.Write(row.Repeat);
        Span<double> values = stackalloc double[ExportColumns.ValueCount];
        ExportColumns.GetValues(row.Training, values);
        foreach (double value in values)
        {
            text.Write(","u8);
            if (!double.IsNaN(value))
            {
                text.Write(value);
            }
        }

        text.Write(","u8);
        text.Write(ExportColumns.NameOf(row.Provenance));
        text.Write("\n"u8);
    }
}
