using Spectre.Console;
using Spectre.Console.Rendering;

namespace NasBench.Cli;

/// <summary>Tables for people, on standard output.</summary>
internal static class TextTable
{
    /// <summary>The width of a table that goes to a file or a pipe: wide enough that nothing wraps.</summary>
    private const int UnboundedWidth = 400;

    /// <summary>A list of names and values.</summary>
    public static void WriteProperties(CommandConsole console, IEnumerable<(string Name, string Value)> properties)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(3));
        grid.AddColumn(new GridColumn().PadRight(0));
        foreach ((string name, string value) in properties)
        {
            grid.AddRow(new Text(name, new Style(Color.Grey)), new Text(value));
        }

        Write(console, grid);
    }

    /// <summary>A table with a heading; all columns but the first are numbers and stand to the right.</summary>
    public static void WriteNumbers(CommandConsole console, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        Table table = new() { Border = TableBorder.Rounded };
        for (int i = 0; i < headings.Count; i++)
        {
            TableColumn column = new(new Text(headings[i])) { NoWrap = true };
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Write(console, table);
    }

    private static void Write(CommandConsole console, IRenderable content)
    {
        using StringWriter text = new() { NewLine = "\n" };
        bool color = console.IsOutputTerminal && console.AllowsColor;
        IAnsiConsole ansi = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        ansi.Profile.Width = console.IsOutputTerminal ? Math.Max(40, TerminalWidth()) : UnboundedWidth;
        ansi.Profile.Capabilities.Unicode = true;
        ansi.Write(content);
        foreach (ReadOnlySpan<char> line in text.ToString().AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty)
            {
                console.Output.Write(line.TrimEnd(' '));
                console.Output.Write((byte)'\n');
            }
        }
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
