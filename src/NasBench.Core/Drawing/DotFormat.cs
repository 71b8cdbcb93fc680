using System.Text;

namespace NasBench;

/// <summary>A cell as Graphviz reads it.</summary>
internal static class DotFormat
{
    /// <summary>The text of the graph.</summary>
    public static string Write(DrawnGraph graph)
    {
        StringBuilder text = new();
        text.Append("digraph cell {\n");
        text.Append("  rankdir=TB; bgcolor=\"transparent\";\n");
        text.Append("  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", penwidth=0];\n");
        text.Append($"  edge [color=\"{VertexStyle.Line}\"];\n");
        for (int vertex = 0; vertex < graph.Names.Count; vertex++)
        {
            VertexStyle style = graph.Styles[vertex];
            string look = graph.IsKept[vertex]
                ? $"fillcolor=\"{style.Fill}\", fontcolor=\"{style.Text}\""
                : $"style=\"rounded,dashed\", penwidth=1, color=\"{VertexStyle.Line}\", fontcolor=\"{VertexStyle.Line}\"";
            text.Append($"  {vertex} [label={Quote(graph.Names[vertex])}, {look}];\n");
        }

        foreach ((int from, int to) in graph.Edges)
        {
            string look = graph.IsKept[from] && graph.IsKept[to] ? "" : " [style=dashed]";
            text.Append($"  {from} -> {to}{look};\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>A quoted string: backslashes doubled, so that no name is taken for an escape.</summary>
    private static string Quote(string name)
    {
        StringBuilder quoted = new("\"");
        foreach (char character in name)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(character) => " ",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
