namespace NasBench.Cli;

/// <summary>A line a cell, in the order of the space: hash, vertices, matrix, labels, trainable parameters, separated by tabs; no heading.</summary>
internal static class TsvFormat
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
            CellFields.WriteHash(output, Space<Nas101>.HashAt(index));
            output.Write((byte)'\t');
            output.Write(cell.Vertices);
            output.Write((byte)'\t');
            CellFields.WriteMatrix(output, cell);
            output.Write((byte)'\t');
            CellFields.WriteLabels(output, cell);
            output.Write((byte)'\t');
            output.Write(parameters[index]);
            output.Write((byte)'\n');
            cells++;
        }

        return cells;
    }
}
