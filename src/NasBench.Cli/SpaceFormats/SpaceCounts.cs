using System.Globalization;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary>How many unique cells a selection has, by vertices and edges.</summary>
internal sealed class SpaceCounts
{
    private readonly List<(int Vertices, int Edges, int Cells)> _counts = [];

    private SpaceCounts(SpaceSelection selection)
    {
        Selection = selection;
        for (int vertices = 2; vertices <= selection.MaxVertices; vertices++)
        {
            for (int edges = 1; edges <= selection.MaxEdges; edges++)
            {
                int cells = Space<Nas101>.CountCells(vertices, edges);
                if (cells > 0)
                {
                    _counts.Add((vertices, edges, cells));
                }
            }
        }
    }

    /// <summary>The part that was counted.</summary>
    public SpaceSelection Selection { get; }

    /// <summary>Unique cells in all.</summary>
    public int Total => _counts.Sum(count => count.Cells);

    /// <summary>Counts a selection.</summary>
    public static SpaceCounts Of(SpaceSelection selection) => new(selection);

    /// <summary>Writes the fields of the JSON document.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteNumber("max_vertices", Selection.MaxVertices);
        json.WriteNumber("max_edges", Selection.MaxEdges);
        json.WriteNumber("cells", Total);
        json.WriteStartArray("by_vertices");
        foreach (IGrouping<int, (int Vertices, int Edges, int Cells)> group in _counts.GroupBy(count => count.Vertices))
        {
            json.WriteStartObject();
            json.WriteNumber("vertices", group.Key);
            json.WriteNumber("cells", group.Sum(count => count.Cells));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("by_vertices_and_edges");
        foreach ((int vertices, int edges, int cells) in _counts)
        {
            json.WriteStartObject();
            json.WriteNumber("vertices", vertices);
            json.WriteNumber("edges", edges);
            json.WriteNumber("cells", cells);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a table: a row for each number of vertices, a column for each number of edges, totals at the end.</summary>
    public void WriteTable(CommandConsole console)
    {
        int[] edges = [.. _counts.Select(count => count.Edges).Distinct().Order()];
        List<IReadOnlyList<string>> rows = [];
        foreach (IGrouping<int, (int Vertices, int Edges, int Cells)> group in _counts.GroupBy(count => count.Vertices))
        {
            rows.Add([
                Grouped(group.Key),
                .. edges.Select(edge => Grouped(group.FirstOrDefault(count => count.Edges == edge).Cells)),
                Grouped(group.Sum(count => count.Cells)),
            ]);
        }

        rows.Add([
            "all",
            .. edges.Select(edge => Grouped(_counts.Where(count => count.Edges == edge).Sum(count => count.Cells))),
            Grouped(Total),
        ]);
        TextTable.WriteNumbers(console, ["vertices", .. edges.Select(edge => edge == 1 ? "1 edge" : $"{edge} edges"), "cells"], rows);
    }

    private static string Grouped(int number) => number == 0 ? "" : number.ToString("N0", CultureInfo.InvariantCulture);
}
