namespace NasBench.Cli;

/// <summary>A JSON object a cell, in the order of the space; <c>matrix</c> and <c>ops</c> are what the batch commands read.</summary>
internal static class JsonLinesFormat
{
    /// <summary>Writes the selection and returns the number of cells.</summary>
    public static int Write(Utf8Output output, SpaceSelection selection, CancellationToken cancellation)
    {
        int[] parameters = SpaceParameters.Count();
        int cells = 0;
        for (int index = 0; index < Space<Nas101>.Count; index++)
        {
            Cell cell = Space<Nas101>.CellAt(index);
            if (!selection.Contains(cell))
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            WriteCell(output, index, cell, parameters[index]);
            cells++;
        }

        return cells;
    }

    private static void WriteCell(Utf8Output output, int index, Cell cell, int parameters)
    {
        output.Write("{\"index\":"u8);
        output.Write(index);
        output.Write(",\"hash\":\""u8);
        CellFields.WriteHash(output, Space<Nas101>.HashAt(index));
        output.Write("\",\"vertices\":"u8);
        output.Write(cell.Vertices);
        output.Write(",\"edges\":"u8);
        output.Write(cell.EdgeCount);
        output.Write(",\"matrix\":\""u8);
        CellFields.WriteMatrix(output, cell);
        output.Write("\",\"ops\":[\"input\","u8);
        for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
        {
            output.Write((byte)'"');
            output.Write(Nas101.GetOperationNameUtf8(cell.GetOperation(vertex)));
            output.Write("\","u8);
        }

        output.Write("\"output\"],\"trainable_parameters\":"u8);
        output.Write(parameters);
        output.Write("}\n"u8);
    }
}
