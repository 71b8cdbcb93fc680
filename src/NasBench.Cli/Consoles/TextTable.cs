using Spectre.Console;
using Spectre.Console.Rendering;

namespace NasBench.Cli;

/// <summary>
/// Tables for people, on standard output. On a narrow terminal text is broken between words; a number, a hash or a matrix stays on one line, if need be one
/// that is longer than the terminal is wide.
/// </summary>
internal static class TextTable
{
    /// <summary>Wide enough that nothing is broken by the library: lines are broken here.</summary>
    private const int UnboundedWidth = 100_000;

    private const int ColumnGap = 3;
    private const int StackedIndent = 2;

    /// <summary>What a cell of a bordered table takes beside its text: a line and two blanks.</summary>
    private const int BorderedCell = 3;

    /// <summary>What a cell of a table without borders takes beside its text.</summary>
    private const int PlainCell = 2;

    /// <summary>A list of names and values.</summary>
    public static void WriteProperties(CommandConsole console, IEnumerable<(string Name, string Value)> properties)
    {
        (string Name, string Value)[] list = [.. properties];
        int names = list.Select(property => property.Name.Length).DefaultIfEmpty(0).Max() + ColumnGap;
        int values = list.Select(property => TextWrap.LongestPiece(property.Value)).DefaultIfEmpty(0).Max();
        int width = console.OutputWidth ?? UnboundedWidth;
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(0));
        if (names + values <= width)
        {
            grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(0));
            foreach ((string name, string value) in list)
            {
                grid.AddRow(Grey(name.PadRight(names)), Lines(value, width - names));
            }
        }
        else
        {
            foreach ((string name, string value) in list)
            {
                if (name.Length > 0)
                {
                    grid.AddRow(Grey(name));
                }

                grid.AddRow(new Padder(Lines(value, width - StackedIndent), new Padding(StackedIndent, 0, 0, 0)));
            }
        }

        Write(console, grid);
    }

    /// <summary>A table with a heading; all columns but the first are numbers and stand to the right.</summary>
    public static void WriteNumbers(CommandConsole console, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] list = [.. rows];
        int width = console.OutputWidth ?? UnboundedWidth;
        int[] cells = [.. headings.Select((_, column) => list.Select(row => row[column].Length).DefaultIfEmpty(0).Max())];
        int whole = headings.Select((heading, column) => Math.Max(heading.Length, cells[column])).Sum();
        int[] shrunk =
        [
            .. headings.Select((heading, column) => list.Select(row => LongestPiece(row[column])).Append(TextWrap.LongestPiece(heading)).Max()),
        ];
        if (whole + (BorderedCell * headings.Count) + 1 <= width)
        {
            WriteTable(console, headings, list, TableBorder.Rounded);
        }
        else if (shrunk.Sum() + (PlainCell * headings.Count) <= width)
        {
            // Without borders, and with text of several lines.
            WriteTable(console, Shrink(headings, shrunk), list.Select(row => Shrink(row, shrunk)), TableBorder.None);
        }
        else
        {
            WriteProperties(console, list.SelectMany(row => headings.Zip(row)));
        }
    }

    /// <summary>A number keeps its unit beside it.</summary>
    private static int LongestPiece(string cell) => cell.Length > 0 && char.IsAsciiDigit(cell[0]) ? cell.Length : TextWrap.LongestPiece(cell);

    private static string[] Shrink(IReadOnlyList<string> row, int[] widths) =>
        [.. row.Select((cell, column) => string.Join('\n', TextWrap.Wrap(cell, widths[column])))];

    private static void WriteTable(CommandConsole console, IEnumerable<string> headings, IEnumerable<IReadOnlyList<string>> rows, TableBorder border)
    {
        Table table = new() { Border = border };
        foreach (string heading in headings)
        {
            TableColumn column = new(new Text(heading)) { NoWrap = true };
            table.AddColumn(table.Columns.Count == 0 ? column : column.RightAligned());
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Write(console, table);
    }

    private static Text Grey(string text) => new(text, new Style(Color.Grey));

    private static Text Lines(string text, int width) => new(string.Join('\n', TextWrap.Wrap(text, width)));

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
        ansi.Profile.Width = UnboundedWidth;
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
}
