using System.Text;

namespace NasBench.Comparison;

/// <summary>A table in Markdown.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes one; without lines, nothing.</summary>
    public static string Write(IReadOnlyList<string> headings, IReadOnlyCollection<IReadOnlyList<string>> lines)
    {
        if (lines.Count == 0)
        {
            return "";
        }

        StringBuilder text = new();
        Append(text, headings);
        Append(text, [.. headings.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (IReadOnlyList<string> line in lines)
        {
            Append(text, line);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
