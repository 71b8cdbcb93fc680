using System.Diagnostics;
using System.Xml.Linq;
using CommunityToolkit.HighPerformance;
using NasBench.Core.Tests.Spaces;

namespace NasBench.Core.Tests.Drawing;

public class CellDrawingTests
{
    private const string Unknown = "#be185d";

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private static readonly string[] s_colours = ["#1d63b8", "#0f766e", "#b45309", "#6d28d9", "#3f6212", "#155e75", "#7f1d1d"];

    private static byte[,] Chain(int vertices)
    {
        byte[,] matrix = new byte[vertices, vertices];
        for (int vertex = 1; vertex < vertices; vertex++)
        {
            matrix[vertex - 1, vertex] = 1;
        }

        return matrix;
    }

    private static byte[,] Full(int vertices)
    {
        byte[,] matrix = new byte[vertices, vertices];
        for (int to = 1; to < vertices; to++)
        {
            for (int from = 0; from < to; from++)
            {
                matrix[from, to] = 1;
            }
        }

        return matrix;
    }

    private static string[] Names(int vertices) => ["input", .. Enumerable.Repeat("maxpool3x3", vertices - 2), "output"];

    [Fact]
    public void ToDot_Cell_IsADigraph() => Assert.Equal(
        """
        digraph cell {
          rankdir=TB; bgcolor="transparent";
          node [shape=box, style="rounded,filled", fontname="Helvetica", penwidth=0];
          edge [color="#7a828c"];
          0 [label="input", fillcolor="#4b5563", fontcolor="#ffffff"];
          1 [label="maxpool3x3", fillcolor="#b45309", fontcolor="#ffffff"];
          2 [label="conv1x1-bn-relu", style="rounded,dashed", penwidth=1, color="#7a828c", fontcolor="#7a828c"];
          3 [label="output", fillcolor="#4b5563", fontcolor="#ffffff"];
          0 -> 1;
          0 -> 2 [style=dashed];
          1 -> 3;
        }

        """.ReplaceLineEndings("\n"),
        CellDrawing.ToDot(Cell.Parse("0110000100000000 input,maxpool3x3,conv1x1-bn-relu,output")));

    [Fact]
    public void ToSvg_CellsOfTheSpace_AsTheirMatrices()
    {
        for (int index = 0; index < Nas101.Count; index += 9_973)
        {
            Cell cell = Nas101.CellAt(index);
            string[] names = cell.ToString().Split(' ')[1].Split(',');
            byte[,] matrix = new byte[cell.Vertices, cell.Vertices];
            for (int entry = 0; entry < matrix.Length; entry++)
            {
                (int from, int to) = Math.DivRem(entry, cell.Vertices);
                matrix[from, to] = cell.HasEdge(from, to) ? (byte)1 : (byte)0;
            }

            Assert.Equal(CellDrawing.ToSvg(matrix, names, cell.ToString()), CellDrawing.ToSvg(cell));
            Assert.Equal(CellDrawing.ToDot(matrix, names), CellDrawing.ToDot(cell));
        }
    }

    [Fact]
    public void ToSvg_Title_IsTheOneGivenOrTheText()
    {
        Cell cell = Nas101.CellAt(5);
        Assert.Equal("<best> & last", Title(CellDrawing.ToSvg(cell, "<best> & last")));
        Assert.Equal(cell.ToString(), Title(CellDrawing.ToSvg(cell)));
        Assert.Equal("cell", Title(CellDrawing.ToSvg(Chain(2), ["input", "output"])));

        static string Title(string svg) => XElement.Parse(svg).Element(s_svg + "title")!.Value;
    }

    [Fact]
    public void ToSvg_AnotherSpace_EachOperationHasAColour()
    {
        string[] operations = SixVertices.OperationNames.ToArray();
        string[] names = ["input", .. operations, "none of them", "output"];

        XElement svg = XElement.Parse(CellDrawing.ToSvg<SixVertices>(Chain(names.Length), names));

        Assert.Equal(names, svg.Descendants(s_svg + "text").Select(text => text.Value));
        Assert.Equal([.. s_colours, Unknown], svg.Descendants(s_svg + "rect").Skip(1).SkipLast(1).Select(box => box.Attribute("fill")!.Value));
    }

    [Fact]
    public void ToSvg_CellOfAnotherSpace_HasItsNames()
    {
        Assert.True(Cell.TryParse<SixVertices>("010001000 input,skip,output", out Cell cell));

        string svg = CellDrawing.ToSvg<SixVertices>(cell);

        Assert.Equal(["input", "skip", "output"], XElement.Parse(svg).Descendants(s_svg + "text").Select(text => text.Value));
        Assert.Contains("label=\"skip\"", CellDrawing.ToDot<SixVertices>(cell), StringComparison.Ordinal);
        Assert.Equal(svg, CellDrawing.ToSvg(cell));
        Assert.Equal(CellDrawing.ToDot<SixVertices>(cell), CellDrawing.ToDot(cell));
        Assert.Contains("label=\"op6\"", CellDrawing.ToDot<Nas101>(cell), StringComparison.Ordinal);
        Assert.DoesNotContain("skip", CellDrawing.ToSvg<Nas101>(cell), StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyKept_PrunedVertices_AreLeftOutAndTheRestNumberedAnew()
    {
        byte[,] matrix = { { 0, 1, 1, 0 }, { 0, 0, 0, 0 }, { 0, 0, 0, 1 }, { 0, 0, 0, 0 } };
        string[] names = ["input", "maxpool3x3", "conv3x3-bn-relu", "output"];

        Assert.Equal(CellDrawing.ToDot(Chain(3), ["input", "conv3x3-bn-relu", "output"]), CellDrawing.ToDot(matrix, names, onlyKept: true));
        Assert.Equal(CellDrawing.ToSvg(Chain(3), ["input", "conv3x3-bn-relu", "output"]), CellDrawing.ToSvg(matrix, names, onlyKept: true));
    }

    [Fact]
    public void ToSvg_LargeGraph_HasEveryVertexAndEdge()
    {
        const int Vertices = 12;
        XElement svg = XElement.Parse(CellDrawing.ToSvg(Full(Vertices), Names(Vertices)));
        Assert.Equal(Vertices, svg.Descendants(s_svg + "rect").Count());
        Assert.Equal(Vertices * (Vertices - 1) / 2, svg.Descendants(s_svg + "path").Count(path => path.Attribute("marker-end") is not null));
    }

    [Fact]
    public void WrongShape_IsRefusedAndTold()
    {
        AssertRefused("matrix must be square", new byte[2, 3], ["input", "output"]);
        AssertRefused("length of ops must match matrix dimensions", new byte[2, 2], ["input"]);
        AssertRefused("matrix must be upper triangular", new byte[,] { { 0, 0 }, { 1, 0 } }, ["input", "output"]);
        AssertRefused("matrix entries must be 0 or 1", new byte[,] { { 0, 2 }, { 0, 0 } }, ["input", "output"]);

        static void AssertRefused(string message, byte[,] matrix, string[] names)
        {
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => CellDrawing.ToSvg(matrix, names)).Message, StringComparison.Ordinal);
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => CellDrawing.ToDot(matrix, names)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ToSvg_Cancelled_StopsSoon()
    {
        const int Vertices = 60;
        using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(100));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.ThrowsAny<OperationCanceledException>(() => CellDrawing.ToSvg(Full(Vertices), Names(Vertices), cancellationToken: soon.Token));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }
}
