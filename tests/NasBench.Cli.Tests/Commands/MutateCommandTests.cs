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
