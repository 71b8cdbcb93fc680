using System.Text.Json;

namespace NasBench.Cli;

/// <summary>A cell of the engine as JSON and as text.</summary>
internal static class CellJson
{
    /// <summary>Writes <c>hash</c> and <c>index</c>, null for a cell outside the space, <c>matrix</c> and <c>ops</c>: the names that batches read.</summary>
    public static void Write(Utf8JsonWriter json, Cell cell, int index)
    {
        json.WriteString("hash", index < 0 ? null : Nas101.HashAt(index).ToString());
        json.WriteOptional("index", index < 0 ? null : index);
        Write(json, cell);
    }

    /// <summary>Writes <c>matrix</c> (digits, row by row) and <c>ops</c>.</summary>
    public static void Write(Utf8JsonWriter json, Cell cell)
    {
        (string matrix, string operations) = Texts(cell);
        json.WriteString("matrix", matrix);
        json.WriteStartArray("ops");
        foreach (string name in operations.Split(','))
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    /// <summary>The matrix as digits, and the names with commas.</summary>
    public static (string Matrix, string Operations) Texts(Cell cell)
    {
        string text = cell.ToString();
        int blank = text.IndexOf(' ');
        return (text[..blank], text[(blank + 1)..]);
    }
}
