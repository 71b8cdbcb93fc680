using System.Text;
namespace NasBench.Data;

/// <summary>
/// Data sets as JSON lines: an object for each record, ordered by hash, epochs, repeat. The adjacency matrix is an array of rows, the operations are an array
/// of names. A value that is absent, or that JSON cannot express, is null; numbers have the shortest digits that read back to the same double.
/// </summary>
/// <remarks>A second or two for the whole space at one number of epochs; a few megabytes of memory per thread. Up to four threads share the work.</remarks>
internal static class JsonLinesWriter
{
    /// <summary>What stands before each measured value.</summary>
    private static readonly byte[][] s_names = [.. ExportColumns.Values.Select(name => Encoding.ASCII.GetBytes($",\"{name}\":"))];

    /// <summary>Writes a file.</summary>
    /// <returns>Its length in bytes.</returns>
    public static long Write(OutgoingData data, Destination destination) =>
        new TextExport(WriteCell, WriteRow).Write(data, destination, heading: []);

    private static void WriteCell(TextBuffer text, ExportCell cell)
    {
        text.Write("{\"module_hash\":\""u8);
        text.Write(cell.Hash);
        text.Write("\",\"module_adjacency\":"u8);
        text.WriteAdjacency(cell.Graph);
        text.Write(",\"module_operations\":"u8);
        text.WriteOperationArray(cell.Graph);
        text.Write(",\"trainable_parameters\":"u8);
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
        ExportColumns.GetValues(row.Run, values);
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
