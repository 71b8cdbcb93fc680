using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class SampleCommandTests
{
    [Theory]
    [InlineData("class")]
    [InlineData("raw")]
    public void Json_Seed_SameCellsAgain(string over)
    {
        CliResult first = Cli.Run("sample", "--count", "5", "--seed", "7", "--over", over, "--json").Expect(ExitCode.Done);

        Assert.Equal(first.Output, Cli.Run("sample", "--count", "5", "--seed", "7", "--over", over, "--json").Output);
        Assert.NotEqual(first.Output, Cli.Run("sample", "--count", "5", "--seed", "8", "--over", over, "--json").Output);
        Assert.Equal(5, first.Json.GetProperty("cells").GetArrayLength());
        Assert.All(first.Json.GetProperty("cells").EnumerateArray(), AssertIsTheCellOfItsHash);
    }

    /// <summary>The draws of a seed are part of what the command promises: they stay as they are.</summary>
    [Theory]
    [InlineData("class", new[] { "caab31c510b14ddd7070bd739a143531", "6abf30c7b0bb2e00f82861cf8aca9a6a", "7075dbd90ba44ad49189b1408692a430" })]
    [InlineData("raw", new[] { "7310eac9405e3dc6c67e337bd70d0205", "d32d0b26d534203b48d866facd98cc3e", "09fc2d10bdd6225e167a6f81a22a3f06" })]
    public void Lines_KnownSeed_KnownCells(string over, string[] hashes)
    {
        string[] lines = Cli.Run("sample", "--count", "3", "--seed", "7", "--over", over).Expect(ExitCode.Done).Output.TrimEnd('\n').Split('\n');

        Assert.Equal(hashes, lines.Select(line => line[..32]));
    }

    [Fact]
    public void Lines_WithoutSeed_HashMatrixOperations()
    {
        string[] lines = Cli.Run("sample", "--count", "3").Expect(ExitCode.Done).Output.TrimEnd('\n').Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal(3, line.Split('\t').Length));
    }

    [Fact]
    public void Json_LimitsAndDistinct_EveryCellThatThereIs()
    {
        CliResult result = Cli.Run("sample", "--max-vertices", "3", "--distinct", "--count", "7", "--json").Expect(ExitCode.Done);

        Assert.Equal(Enumerable.Range(0, 7), result.Json.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("index").GetInt32()).Order());
        Cli.Run("sample", "--max-vertices", "3", "--distinct", "--count", "8").ExpectFailure(ExitCode.Usage, "only 7 classes are within the limits");
    }

    [Fact]
    public void Json_Operations_AreRespected()
    {
        CliResult result = Cli.Run(
            "sample", "--with", "maxpool3x3", "--without", "conv3x3-bn-relu,conv1x1-bn-relu",
            "--over", "raw", "--count", "20", "--min-vertices", "3", "--json").Expect(ExitCode.Done);

        Assert.All(result.Json.GetProperty("cells").EnumerateArray(), cell =>
        {
            int index = cell.GetProperty("index").GetInt32();
            Assert.DoesNotContain("conv", Nas101.CellAt(index).ToString(), StringComparison.Ordinal);
        });
        Cli.Run("sample", "--with", "conv5x5").ExpectFailure(ExitCode.Usage, "--with: 'conv5x5' is not one of conv3x3-bn-relu, conv1x1-bn-relu, maxpool3x3");
    }

    private static void AssertIsTheCellOfItsHash(JsonElement cell)
    {
        CliResult inspected = Cli.Run(
            "inspect", "--matrix", cell.GetProperty("matrix").GetString()!, "--ops", string.Join(',', cell.GetProperty("ops").EnumerateArray()), "--json")
            .Expect(ExitCode.Done);
        Assert.Equal(cell.GetProperty("hash").GetString(), inspected.Json.GetProperty("hash").GetString());
        Assert.Equal(cell.GetProperty("index").GetInt32(), inspected.Json.GetProperty("index").GetInt32());
    }
}
