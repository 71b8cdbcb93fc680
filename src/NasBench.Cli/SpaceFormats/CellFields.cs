namespace NasBench.Cli;

/// <summary>Writes parts of a cell straight into the output buffer.</summary>
internal static class CellFields
{
    private const int HexDigits = 32;

    /// <summary>The hash as 32 hexadecimal digits.</summary>
    public static void WriteHash(Utf8Output output, ModuleHash hash) => output.Write(hash, HexDigits);

    /// <summary>The matrix as digits, row by row.</summary>
    public static void WriteMatrix(Utf8Output output, Cell cell)
    {
        cell.TryFormatMatrix(output.GetSpan(Cell.MaxVertices * Cell.MaxVertices), out int written);
        output.Advance(written);
    }

    /// <summary>The labels of the interior vertices, separated by commas.</summary>
    public static void WriteLabels(Utf8Output output, Cell cell)
    {
        for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
        {
            if (vertex > 1)
            {
                output.Write((byte)',');
            }

            output.Write((byte)('0' + cell.GetOperation(vertex)));
        }
    }
}
