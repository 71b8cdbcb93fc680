using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class EnumerateCommandTests
{
    [Fact]
    public void Tsv_ThreeVertices_IsInTheOrderOfTheOriginal() => Assert.Equal(
        "043721b9c7fe8c5fad811d47d83132ec\t2\t0100\t\t882570\n" +
        "b49ac8c578b4561d79ac7087988f1c61\t3\t010001000\t0\t" + ParametersOf("010001000", "conv3x3-bn-relu") + "\n",
        string.Join('\n', Cli.Run("enumerate", "--max-vertices", "3").Expect(ExitCode.Done).Output.Split('\n')[..2]) + "\n");

    [Theory]
    [InlineData(2, 1, "")]
    [InlineData(4, 91, "ff08831dea65e7a62cb283d0eb861afdfa6ad3b9aeed33e13703a813bbe93eaf")]
    [InlineData(5, 2532, "00b824f62188008025fc1e01953b9445822d687c6151b1b9b5b9ae524b8d59db")]
    public void Tsv_UpToSomeVertices_HasTheKnownHashes(int vertices, int cells, string digest)
    {
        string output = Cli.Run("enumerate", "--max-vertices", $"{vertices}", "--format", "tsv").Expect(ExitCode.Done).Output;
        string[] hashes = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..32]).Order(StringComparer.Ordinal)];

        Assert.Equal(cells, hashes.Length);
        if (digest.Length > 0)
        {
            Assert.Equal(digest, Sha256(string.Concat(hashes.Select(hash => hash + "\n"))));
        }
    }

    [Fact]
    [Trait("Category", "Once")]
    public void Tsv_WholeSpace_HasTheKnownDigest()
    {
        string output = Cli.Run("enumerate", "--format", "tsv").Expect(ExitCode.Done).Output;

        Assert.Equal("648562cc32b10cc18e7e8a567f9a0cf18f11b156b54a18a14c9f955146a8f8a1", Sha256(output));
        IEnumerable<string> hashes = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..32] + "\n").Order(StringComparer.Ordinal);
        Assert.Equal("53e1438d11675d9eb3899166c29ca07fe0c4b81af9d99d5aec3ecd31bd5bca7f", Sha256(string.Concat(hashes)));
    }

    [Fact]
    [Trait("Category", "Once")]
    public void Json_WholeSpace_IsTheFileOfTheOriginal()
    {
        using TemporaryFolder folder = new();
        JsonElement summary = Cli.Run("enumerate", "-o", folder["graphs.json"], "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(
            "b62900d1b8b3b850df432da5dce9e7a9248655bba8ada9f03e54cdcc6487a39a",
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder["graphs.json"]))));
        Assert.Equal(423_624, summary.GetProperty("cells").GetInt32());
        Assert.Equal(92_799_846, summary.GetProperty("bytes").GetInt32());
    }

    [Fact]
    public void Json_ThreeVertices_IsLaidOutAsPythonDoes()
    {
        string output = Cli.Run("enumerate", "--max-vertices", "3", "--json").Expect(ExitCode.Done).Output;

        Assert.StartsWith("""{"043721b9c7fe8c5fad811d47d83132ec": [[[0, 1], [0, 0]], [-1, -2]]"""
            + """, "09fc2d10bdd6225e167a6f81a22a3f06": [[[0, 1, 1], [0, 0, 1], [0, 0, 0]], [-1, 1, -2]], """, output, StringComparison.Ordinal);
        Assert.EndsWith("]]}", output, StringComparison.Ordinal);
        Assert.Equal(7, JsonElement.Parse(output).EnumerateObject().Count());
    }

    [Fact]
    public void JsonLines_CanBeInspected()
    {
        string lines = Cli.Run("enumerate", "--max-vertices", "4", "--format", "jsonl").Expect(ExitCode.Done).Output;
        JsonElement[] answers = Cli.RunWithInput(lines, "inspect", "--jsonl", "-").Expect(ExitCode.Done).JsonLines;

        Assert.Equal(91, answers.Length);
        Assert.Equal(
            lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("hash").GetString()),
            answers.Select(answer => answer.GetProperty("hash").GetString()));
        Assert.Equal(Enumerable.Range(0, 91), answers.Select(answer => answer.GetProperty("index").GetInt32()));
    }

    [Fact]
    public void Counts_WholeSpace_AreTheKnownOnes()
    {
        JsonElement counts = Cli.Run("enumerate", "--format", "counts", "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(423_624, counts.GetProperty("cells").GetInt32());
        Assert.Equal([1, 6, 84, 2_441, 62_010, 359_082], counts.GetProperty("by_vertices").EnumerateArray().Select(row => row.GetProperty("cells").GetInt32()));
        Assert.Contains(counts.GetProperty("by_vertices_and_edges").EnumerateArray(), row => row.GetRawText() == """{"vertices":7,"edges":9,"cells":294012}""");
    }

    [Fact]
    public void Counts_Table_HasTotals() =>
        Assert.Contains("423,624", Cli.Run("enumerate", "--format", "counts").Expect(ExitCode.Done).Output, StringComparison.Ordinal);

    [Fact]
    public void MaxEdges_LeavesOutCellsWithMore()
    {
        string output = Cli.Run("enumerate", "--max-vertices", "5", "--max-edges", "4", "--format", "jsonl").Expect(ExitCode.Done).Output;

        Assert.Equal(1 + 6 + 9 + 33 + 27, output.Count(character => character == '\n'));
        Assert.DoesNotContain("\"edges\":5", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_WithAFormatThatIsNone_IsUsageError() =>
        Cli.Run("enumerate", "--format", "tsv", "--json").ExpectFailure(ExitCode.Usage, "--json prints one JSON document");

    [Fact]
    public void Output_FolderThatIsMissing_IsExitCodeFour()
    {
        using TemporaryFolder folder = new();

        Cli.Run("enumerate", "--max-vertices", "3", "-o", folder["missing", "cells.tsv"]).ExpectFailure(ExitCode.OutputFailed, "cells.tsv");
    }

    [Fact]
    public void Output_Cancelled_LeavesNothing()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["cells.tsv"], "old");

        new Cli { Cancellation = new CancellationToken(canceled: true) }.With("enumerate", "--max-vertices", "3", "-o", folder["cells.tsv"])
            .Expect(ExitCode.Interrupted);

        Assert.Equal([folder["cells.tsv"]], Directory.GetFiles(folder.FullPath));
        Assert.Equal("old", File.ReadAllText(folder["cells.tsv"]));
    }

    private static string ParametersOf(string matrix, string operation) =>
        Cli.Run("inspect", "--matrix", matrix, "--ops", $"input,{operation},output", "--json").Json.GetProperty("trainable_parameters").GetRawText();

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
