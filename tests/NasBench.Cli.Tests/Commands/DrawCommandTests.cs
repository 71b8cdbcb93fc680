using System.Xml.Linq;

namespace NasBench.Cli.Tests.Commands;

public class DrawCommandTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Dot_Chain_IsAGraph() => Assert.Equal(
        """
        digraph cell {
          rankdir=TB; bgcolor="transparent";
          node [shape=box, style="rounded,filled", fontname="Helvetica", penwidth=0];
          edge [color="#7a828c"];
          0 [label="input", fillcolor="#4b5563", fontcolor="#ffffff"];
          1 [label="conv3x3-bn-relu", fillcolor="#1d63b8", fontcolor="#ffffff"];
          2 [label="output", fillcolor="#4b5563", fontcolor="#ffffff"];
          0 -> 1;
          1 -> 2;
        }

        """.ReplaceLineEndings("\n"),
        Cli.Run("draw", "--matrix", Samples.ChainMatrix, "--ops", Samples.ChainOperations).Expect(ExitCode.Done).Output);

    [Fact]
    public void Dot_OddNames_AreQuoted()
    {
        string output = Cli.Run("draw", "--matrix", Samples.ChainMatrix, "--ops", "input,a\"b\\N,output").Expect(ExitCode.Done).Output;

        Assert.Contains("""label="a\"b\\N",""", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Samples.FirstMatrix, Samples.FirstOperations, 9)]
    [InlineData(Samples.InceptionMatrix, Samples.InceptionOperations, 9)]
    [InlineData("0111111001111100011110000111000001100000010000000", Samples.FirstOperations, 21)]
    [InlineData("0100", "input,output", 1)]
    [InlineData("0000", "input,output", 0)]
    [InlineData("0", "output", 0)]
    [InlineData(Samples.ChainMatrix, "<&>,\"'\u0001,\ud83d\ude00", 2)]
    public void Svg_AnyCell_HasABoxAVertexAndACurveAnEdge(string matrix, string operations, int edges)
    {
        XElement svg = XElement.Parse(Cli.Run("draw", "--matrix", matrix, "--ops", operations, "--format", "svg").Expect(ExitCode.Done).Output);

        string[] names = operations.Split(',');
        Assert.Equal(names.Select(name => name.Replace('\u0001', '\ufffd')), svg.Descendants(s_svg + "text").Select(text => text.Value));
        Assert.Equal(names.Length, svg.Descendants(s_svg + "rect").Count());
        Assert.Equal(edges, svg.Descendants(s_svg + "path").Count(path => path.Attribute("marker-end") is not null));
    }

    [Fact]
    public void Svg_PrunedVertices_AreDashedOrLeftOut()
    {
        string[] cell = ["draw", "--matrix", "0101000000010000", "--ops", "input,conv3x3-bn-relu,maxpool3x3,output", "--format", "svg"];

        Assert.Contains("stroke-dasharray", Cli.Run(cell).Expect(ExitCode.Done).Output, StringComparison.Ordinal);
        XElement pruned = XElement.Parse(Cli.Run([.. cell, "--pruned"]).Expect(ExitCode.Done).Output);
        Assert.Equal(["input", "output"], pruned.Descendants(s_svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void Svg_NothingLeftByPruning_IsEmptyAndAsHighAsItsMargins()
    {
        XElement svg = XElement.Parse(
            Cli.Run("draw", "--matrix", "0000", "--ops", "input,output", "--pruned", "--format", "svg").Expect(ExitCode.Done).Output);

        Assert.Empty(svg.Descendants(s_svg + "rect"));
        Assert.Equal("28", svg.Attribute("height")?.Value);
        Assert.Equal("0 0 28 28", svg.Attribute("viewBox")?.Value);
    }

    [Fact]
    public void Output_EndingDecidesTheFormat()
    {
        using TemporaryFolder folder = new();
        string[] cell = ["draw", "--matrix", Samples.ChainMatrix, "--ops", Samples.ChainOperations];
        Cli.Run([.. cell, "-o", folder["cell.svg"]]).Expect(ExitCode.Done);
        Cli.Run([.. cell, "-o", folder["cell.dot"], "--json"]).Expect(ExitCode.Done);

        Assert.StartsWith("<svg ", File.ReadAllText(folder["cell.svg"]), StringComparison.Ordinal);
        Assert.StartsWith("digraph ", File.ReadAllText(folder["cell.dot"]), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(folder.FullPath).Length);
    }

    [Fact]
    public void Json_HoldsTheDrawing() => Assert.StartsWith(
        "digraph ",
        Cli.Run("draw", "--matrix", "0100", "--ops", "input,output", "--json").Expect(ExitCode.Done).Json.GetProperty("drawing").GetString(),
        StringComparison.Ordinal);

    [Fact]
    public void MalformedCell_IsExitCodeOne() =>
        Cli.Run("draw", "--matrix", "010", "--ops", "input,output").ExpectFailure(ExitCode.No, "matrix must be square");
}
