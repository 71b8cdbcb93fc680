using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

/// <summary>What one command prints as JSON lines, the next one reads.</summary>
public class PipelineTests
{
    private static readonly string[] s_query = ["query", "builtin", "--jsonl", "-", "--seed", "1", "--quiet"];

    [Theory]
    [InlineData("sample", "--count", "20", "--seed", "3", "--jsonl")]
    [InlineData("sample", "--count", "20", "--seed", "3", "--over", "raw", "--jsonl")]
    [InlineData("mutate", Samples.InceptionHash, "--count", "20", "--seed", "3", "--each")]
    [InlineData("neighbors", Samples.InceptionHash, "--each")]
    [InlineData("enumerate", "--max-vertices", "4", "--format", "jsonl")]
    public void Cells_OfAnyCommand_CanBeQueriedAndInspected(params string[] first)
    {
        CliResult cells = Cli.Run(first).Expect(ExitCode.Done);
        CliResult queried = Cli.RunWithInput(cells.Output, s_query).Expect(ExitCode.Done);
        CliResult inspected = Cli.RunWithInput(cells.Output, "inspect", "--jsonl", "-").Expect(ExitCode.Done);

        Assert.True(cells.JsonLines.Length > 5);
        string[] hashes = [.. cells.JsonLines.Select(cell => cell.GetProperty("hash").GetString()!)];
        Assert.Equal(hashes, queried.JsonLines.Select(answer => answer.GetProperty("module_hash").GetString()));
        Assert.Equal(hashes, inspected.JsonLines.Select(answer => answer.GetProperty("hash").GetString()));
        Assert.All(inspected.JsonLines, answer => Assert.True(answer.GetProperty("is_valid").GetBoolean()));
        Assert.All(cells.JsonLines, cell => Assert.True(cell.TryGetProperty("matrix", out _) && cell.TryGetProperty("ops", out _)));
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("query", "builtin", "--repeat", "all", "--quiet")]
    [InlineData("neighbors")]
    [InlineData("mutate", "--seed", "1")]
    [InlineData("mutate", "--seed", "1", "--each")]
    [InlineData("encode")]
    public void Answers_OfQueryAndInspect_CanBeReadByAnyCommand(params string[] next)
    {
        string cells = Cli.Run("sample", "--count", "10", "--seed", "3", "--jsonl").Output;
        string queried = Cli.RunWithInput(cells, s_query).Expect(ExitCode.Done).Output;
        string inspected = Cli.RunWithInput(cells, "inspect", "--jsonl", "-").Expect(ExitCode.Done).Output;

        Assert.Equal(10, Cli.RunWithInput(queried, [.. next, "--jsonl", "-"]).Expect(ExitCode.Done).JsonLines.Length);
        Assert.Equal(10, Cli.RunWithInput(inspected, [.. next, "--jsonl", "-"]).Expect(ExitCode.Done).JsonLines.Length);
    }

    [Fact]
    public void Records_OfAConversion_CanBeInspected()
    {
        using TemporaryFolder folder = new();
        Cli.Run("convert", Samples.RealFile, folder["real.jsonl"]).Expect(ExitCode.Done);
        JsonElement answer = Cli.Run("inspect", "--jsonl", folder["real.jsonl"]).Expect(ExitCode.Done).JsonLines[0];

        Assert.Equal(Samples.FirstHash, answer.GetProperty("hash").GetString());
        Assert.True(answer.GetProperty("is_valid").GetBoolean());
    }

    [Theory]
    [InlineData("mutate", "--count", "2", "--seed", "1")]
    [InlineData("neighbors")]
    public void Each_Lines_CarryIdAndParentAndTellErrors(params string[] command)
    {
        const string Input = """
            {"id": "a", "hash": "b49ac8c578b4561d79ac7087988f1c61"}
            {"id": "b", "matrix": "0000", "ops": ["input", "output"]}
            {"id": "c", "hash": 5}
            """;
        JsonElement[] answers = Cli.RunWithInput(Input, [.. command, "--each", "--jsonl", "-"]).Expect(ExitCode.No).JsonLines;

        JsonElement[] found = [.. answers.Where(answer => answer.GetProperty("id").GetString() == "a")];
        Assert.True(found.Length >= 2);
        Assert.All(found, answer => Assert.Equal(
            ["id", "parent", "hash", "index", "matrix", "ops"], answer.EnumerateObject().Select(field => field.Name)));
        Assert.All(found, answer => Assert.Equal(Samples.ChainHash, answer.GetProperty("parent").GetString()));
        Assert.Equal(["invalid_cell", "bad_line"], answers[^2..].Select(answer => answer.GetProperty("error_kind").GetString()));
    }

    [Fact]
    public void Each_WithMutation_SameChildrenAsTheDocument()
    {
        string[] arguments = ["mutate", Samples.InceptionHash, "--count", "5", "--seed", "1"];
        JsonElement[] lines = Cli.Run([.. arguments, "--each"]).Expect(ExitCode.Done).JsonLines;

        Assert.All(
            Cli.Run([.. arguments, "--json"]).Json.GetProperty("children").EnumerateArray().Zip(lines),
            pair => Assert.True(JsonElement.DeepEquals(pair.First, pair.Second)));
    }

    [Theory]
    [InlineData("sample", "--jsonl")]
    [InlineData("mutate", Samples.InceptionHash, "--each")]
    [InlineData("neighbors", Samples.InceptionHash, "--each")]
    public void Lines_WithJson_IsWrongUsage(params string[] arguments) =>
        Cli.Run([.. arguments, "--json"]).ExpectFailure(ExitCode.Usage, "only one of --json and --");
}
