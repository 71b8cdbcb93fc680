using NasBench.Analysis;

namespace NasBench.Cli;

/// <summary>Parts of the report on a landscape as tables, with their notes below.</summary>
internal static class LandscapeTables
{
    /// <summary>Writes the tables of a part.</summary>
    public static void Write(CommandConsole console, PartReport report)
    {
        foreach (ReportTable table in report.Tables)
        {
            WriteLine(console, table.Title);
            if (table.Rows.Count > 0)
            {
                TextTable.WriteNumbers(console, table.Headings, table.Rows);
            }
        }

        foreach (string note in report.Notes)
        {
            WriteLine(console, $"Note: {note}");
        }

        console.Output.Write((byte)'\n');
    }

    private static void WriteLine(CommandConsole console, string text)
    {
        foreach (string line in TextWrap.Wrap(text, console.OutputWidth ?? int.MaxValue))
        {
            console.Output.Write(line);
            console.Output.Write((byte)'\n');
        }
    }
}
