using System.Globalization;
using System.Text;

namespace NasBench.Generators;

/// <summary>Writes indented source with line feeds, the same on every machine.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;
    private const int TableWidth = 150;

    private readonly StringBuilder text = new();
    private int indent;

    /// <summary>Writes a line; an empty one gets no indentation.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', indent * IndentWidth).Append(line);
        }

        text.Append('\n');
    }

    /// <summary>Opens a block under a heading line.</summary>
    public void Open(string heading)
    {
        Line(heading);
        Open();
    }

    /// <summary>Opens a block under the line just written.</summary>
    public void Open()
    {
        Line("{");
        indent++;
    }

    /// <summary>Closes the innermost block.</summary>
    public void Close()
    {
        indent--;
        Line("}");
    }

    /// <summary>Indents the lines to come once more.</summary>
    public void Indent() => indent++;

    /// <summary>Indents the lines to come once less.</summary>
    public void Unindent() => indent--;

    /// <summary>Writes the items of a collection expression and its end, many a line: <c>[ 1, 2 ];</c>.</summary>
    public void Items<T>(EquatableArray<T> values, string format = "")
        where T : IEquatable<T>, IFormattable
    {
        Line("[");
        indent++;
        int room = 0;
        foreach (T value in values)
        {
            string item = format.Length == 0
                ? value.ToString(null, CultureInfo.InvariantCulture)
                : "0x" + value.ToString(format, CultureInfo.InvariantCulture);
            if (room < item.Length + 2)
            {
                if (room > 0)
                {
                    text.Append('\n');
                }

                text.Append(' ', indent * IndentWidth);
                room = TableWidth - (indent * IndentWidth);
            }
            else
            {
                text.Append(' ');
                room--;
            }

            text.Append(item).Append(',');
            room = Math.Max(1, room - item.Length - 1);
        }

        if (values.Length > 0)
        {
            text.Append('\n');
        }

        indent--;
        Line("];");
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
