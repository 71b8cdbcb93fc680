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
    /// <remarks>A few seconds for the whole space at one number of epochs; a few megabytes of memory.</remarks>
    /// <exception cref="IOException">The file cannot be made, the disk is full or failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static long Write(Dataset data, string path, Provenance provenance, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        using AtomicFile file = new(path);
        TextBuffer text = new(file.Stream);
        text.Write(string.Join(',', ExportColumns.All));
        text.Write("\n"u8);
        new ExportSource(data, provenance, progress, cancellationToken).ForEachRow((in ExportRow row) => WriteLine(text, row));
        text.Flush();
        return file.Complete();
    }

    private static void WriteLine(TextBuffer text, in ExportRow row)
    {
        text.Write(row.Cell.Hash);
        text.Write(","u8);
        text.Write(row.Cell.Adjacency);
        text.Write(",\""u8);
        text.Write(row.Cell.Operations);
        text.Write("\","u8);
        if (row.Cell.TrainableParameters is int parameters)
        {
            text.Write(parameters);
        }

        text.Write(","u8);
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
