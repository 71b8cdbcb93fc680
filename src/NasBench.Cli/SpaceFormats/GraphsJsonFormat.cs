namespace NasBench.Cli;

/// <summary>
/// The file of the original's <c>generate_graphs.py</c>, to the byte: <c>{"hash": [[[0, 1], [0, 0]], [-1, -2]], …}</c>, keys ascending, as Python's
/// <c>json.dump(…, sort_keys=True)</c> writes it, without a final line feed.
/// </summary>
internal static class GraphsJsonFormat
{
    /// <summary>Writes the selection and returns the number of cells.</summary>
    public static int Write(Utf8Output output, SpaceSelection selection, CancellationToken cancellation)
    {
        int[] indices = InHashOrder(selection);
        output.Write((byte)'{');
        for (int i = 0; i < indices.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            output.Write(i == 0 ? "\""u8 : ", \""u8);
            CellFields.WriteHash(output, Space<Nas101>.HashAt(indices[i]));
            output.Write("\": ["u8);
            Cell cell = Space<Nas101>.CellAt(indices[i]);
            WriteMatrix(output, cell);
            WriteLabels(output, cell);
        }

        output.Write((byte)'}');
        return indices.Length;
    }

    private static int[] InHashOrder(SpaceSelection selection)
    {
        List<ModuleHash> hashes = [];
        List<int> indices = [];
        for (int index = 0; index < Space<Nas101>.Count; index++)
        {
            if (selection.Contains(Space<Nas101>.CellAt(index)))
            {
                hashes.Add(Space<Nas101>.HashAt(index));
                indices.Add(index);
            }
        }

        int[] sorted = [.. indices];
        Array.Sort(hashes.ToArray(), sorted);
        return sorted;
    }

    private static void WriteMatrix(Utf8Output output, Cell cell)
    {
        output.Write((byte)'[');
        for (int row = 0; row < cell.Vertices; row++)
        {
            output.Write(row == 0 ? "["u8 : ", ["u8);
            for (int column = 0; column < cell.Vertices; column++)
            {
                bool edge = column > row && cell.HasEdge(row, column);
                output.Write(edge, column > 0);
            }

            output.Write((byte)']');
        }

        output.Write("], "u8);
    }

    private static void Write(this Utf8Output output, bool edge, bool separated) =>
        output.Write(separated ? (edge ? ", 1"u8 : ", 0"u8) : (edge ? "1"u8 : "0"u8));

    private static void WriteLabels(Utf8Output output, Cell cell)
    {
        output.Write("[-1, "u8);
        for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
        {
            output.Write((byte)('0' + cell.GetOperation(vertex)));
            output.Write(", "u8);
        }

        output.Write("-2]]"u8);
    }
}
