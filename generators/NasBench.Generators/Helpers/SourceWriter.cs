using System.Globalization;
using System.Text;

namespace NasBench.Generators;

/// <summary>Writes indented source with line feeds, the same on every machine.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;
    private const int TableWidth = 150;

    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes a line; an empty one gets no indentation.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _indent * IndentWidth).Append(line);
        }

        _text.Append('\n');
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
        _indent++;
    }

    /// <summary>Closes the innermost block.</summary>
    public void Close()
    {
        _indent--;
        Line("}");
    }

    /// <summary>Indents the lines to come once more.</summary>
    public void Indent() => _indent++;

    /// <summary>Indents the lines to come once less.</summary>
    public void Unindent() => _indent--;

    /// <summary>Writes the items of an array initializer and its end, many a line: <c>{ 1, 2 };</c>.</summary>
    public void Items<T>(EquatableArray<T> values, string prefix = "", string? format = null)
        where T : IEquatable<T>, IFormattable
    {
        Line("{");
        _indent++;
        var line = new StringBuilder();
        foreach (T value in values)
        {
            string item = prefix + value.ToString(format, CultureInfo.InvariantCulture) + ",";
            if (line.Length + item.Length >= TableWidth)
            {
                Line(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(item);
        }

        if (line.Length > 0)
        {
            Line(line.ToString());
        }

        _indent--;
        Line("};");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
