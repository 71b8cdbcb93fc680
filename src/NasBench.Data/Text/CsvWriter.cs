using System.Text;
namespace NasBench.Data;

/// <summary>
/// Data sets as CSV: a heading, then one record per line, ordered by hash, epochs, repeat. The adjacency matrix is <c>[[0,1],...]</c> in quotes, so that no
/// reader takes it for a number; the operations are names with commas between, in quotes. A value that is absent is empty; numbers have the shortest digits
/// that read back to the same double.
/// </summary>
/// <remarks>A second or two for the whole space at one number of epochs; a few megabytes of memory per thread. Up to four threads share the work.</remarks>
internal static class CsvWriter
{
    /// <summary>Writes a file.</summary>
    /// <returns>Its length in bytes.</returns>
    public static long Write(OutgoingData data, Destination destination) =>
        new TextExport(WriteCell, WriteRow).Write(data, destination, Encoding.ASCII.GetBytes(string.Join(',', ExportColumns.All) + "\n"));

    private static void WriteCell(TextBuffer text, ExportCell cell)
    {
        text.Write(cell.Hash);
        text.Write(",\""u8);
        text.WriteAdjacency(cell.Graph);
        text.Write("\",\""u8);
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
        ExportColumns.GetValues(row.Run, values);
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
