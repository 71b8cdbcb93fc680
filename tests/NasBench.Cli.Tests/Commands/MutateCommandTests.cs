using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class MutateCommandTests
{
    [Theory]
    [InlineData("paper")]
    [InlineData("notebook")]
    [InlineData("naszilla")]
    [InlineData("nas_benchmarks")]
    public void Json_AnyKind_SameChildrenForTheSameSeed(string kind)
    {
        string[] arguments = ["mutate", "--hash", Samples.FirstHash, "--kind", kind, "--count", "20", "--seed", "-3", "--json"];
        CliResult result = Cli.Run(arguments).Expect(ExitCode.Done);

        Assert.Equal(result.Output, Cli.Run(arguments).Output);
        Assert.Equal(Samples.FirstHash, result.Json.GetProperty("hash").GetString());
        JsonElement[] children = [.. result.Json.GetProperty("children").EnumerateArray()];
        Assert.Equal(20, children.Length);
        Assert.All(children, child => Assert.Equal(49, child.GetProperty("matrix").GetString()!.Length));
        Assert.Equal(kind == "nas_benchmarks", children.Any(child => child.GetProperty("hash").ValueKind == JsonValueKind.Null));
    }

    /// <summary>The draws of a seed are part of what the command promises: they stay as they are.</summary>
    [Theory]
    [InlineData("paper", new[] { "6d0dc33b1467b57d49205a3ad96292a8", "e5a8038201ff317594fa62c45ecd2d05", "e607e1be3e8f6da8e640ffb84a2ddb20" })]
    [InlineData("notebook", new[] { "702ddef6b5b7f659ef1ed38652d91115", "00005c142e6f48ac74fdcf73e3439874", "d1269d9156ddc027c40473008192958a" })]
    [InlineData("naszilla", new[] { "00005c142e6f48ac74fdcf73e3439874", "00005c142e6f48ac74fdcf73e3439874", "53db9abfec692b7eeaccb3d3e12728ff" })]
    [InlineData("nas_benchmarks", new[] { "6d0dc33b1467b57d49205a3ad96292a8", "e5a8038201ff317594fa62c45ecd2d05", "e607e1be3e8f6da8e640ffb84a2ddb20" })]
    public void Lines_KnownSeed_KnownChildren(string kind, string[] hashes)
    {
        string[] arguments = ["mutate", "--hash", Samples.FirstHash, "--kind", kind, "--count", "3", "--seed", "7"];
        string[] lines = Cli.Run(arguments).Expect(ExitCode.Done).Output.TrimEnd('\n').Split('\n');

        Assert.Equal(hashes, lines.Select(line => line[..32]));
    }

    [Fact]
    public void Lines_RateZero_TheParentItself() => Assert.Equal(
        $"{Samples.FirstHash}\t{Samples.FirstMatrix}\t{Samples.FirstOperations}\n",
        Cli.Run("mutate", "--matrix", Samples.FirstMatrix, "--ops", Samples.FirstOperations, "--kind", "notebook", "--rate", "0").Expect(ExitCode.Done).Output);

    [Fact]
    public void JsonLines_Cells_OneAnswerALine()
    {
        const string Input = """
            {"id": 1, "matrix": "0100", "ops": ["input", "output"]}
            {"id": 2, "matrix": "0000", "ops": ["input", "output"]}
            {"id": 3, "matrix": "010001000", "ops": ["input", "maxpool3x3", "output"]}
            """;
        JsonElement[] answers = Cli.RunWithInput(Input, "mutate", "--jsonl", "-", "--count", "2").Expect(ExitCode.No).JsonLines;

        Assert.Equal([1, 2, 3], answers.Select(answer => answer.GetProperty("id").GetInt32()));
        Assert.Equal([2, -1, 2], answers.Select(answer => answer.TryGetProperty("children", out JsonElement children) ? children.GetArrayLength() : -1));
    }

    [Fact]
    public void Rate_Negative_IsWrongUsage() =>
        Cli.Run("mutate", "--hash", Samples.FirstHash, "--rate", "-1").ExpectFailure(ExitCode.Usage, "--rate: '-1' is not a number from 0 up");
}
