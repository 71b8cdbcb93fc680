using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class NeighborsCommandTests
{
    [Fact]
    public void Json_SmallestCell_HasNoClassNeighbors() => Assert.Equal(
        """{"hash":"043721b9c7fe8c5fad811d47d83132ec","neighbors":[],"with_multiplicity":0}""" + "\n",
        Cli.Run("neighbors", "--matrix", "0100", "--ops", "input,output", "--json").Expect(ExitCode.Done).Output);

    [Fact]
    public void Json_Chain_HasItsNeighborsSorted()
    {
        JsonElement answer = Cli.Run("neighbors", "--matrix", Samples.ChainMatrix, "--ops", Samples.ChainOperations, "--json").Expect(ExitCode.Done).Json;
        string[] neighbors = [.. answer.GetProperty("neighbors").EnumerateArray().Select(hash => hash.GetString()!)];

        Assert.Equal(Samples.ChainHash, answer.GetProperty("hash").GetString());
        Assert.Equal(3, neighbors.Length);
        Assert.Equal(neighbors.Order(StringComparer.Ordinal), neighbors);
        Assert.Equal(3, answer.GetProperty("with_multiplicity").GetInt32());
    }

    [Theory]
    [InlineData("class")]
    [InlineData("raw")]
    [InlineData("naszilla")]
    public void Json_SevenVertices_EveryKindOfOneChangeTheSame(string kind) => Assert.Equal(
        Cli.Run("neighbors", "--hash", Samples.InceptionHash, "--json").Expect(ExitCode.Done).Output,
        Cli.Run("neighbors", "--hash", Samples.InceptionHash, "--kind", kind, "--json").Expect(ExitCode.Done).Output);

    [Fact]
    public void Json_Extended_AddsVertices() => Assert.Equal(
        3,
        Cli.Run("neighbors", "--matrix", "0100", "--ops", "input,output", "--kind", "extended", "--json").Expect(ExitCode.Done).Json.GetProperty("neighbors")
            .GetArrayLength());

    [Fact]
    public void JsonLines_NeighborVectors_AnswerAsTheOriginal()
    {
        string file = TestFiles.Vector("neighbors.jsonl");
        JsonElement[] answers = Cli.Run("neighbors", "--kind", "raw", "--jsonl", file).Expect(ExitCode.Done).JsonLines;

        Assert.All(File.ReadLines(file).Select(line => JsonElement.Parse(line)).Zip(answers), pair =>
        {
            Assert.Equal(["id", "hash", "neighbors", "with_multiplicity"], pair.Second.EnumerateObject().Select(field => field.Name));
            Assert.True(JsonElement.DeepEquals(pair.First.GetProperty("id"), pair.Second.GetProperty("id")));
            Assert.True(JsonElement.DeepEquals(pair.First.GetProperty("hash"), pair.Second.GetProperty("hash")));
            Assert.True(JsonElement.DeepEquals(pair.First.GetProperty("neighbors"), pair.Second.GetProperty("neighbors")));
            Assert.Equal(pair.First.GetProperty("n_with_multiplicity").GetInt32(), pair.Second.GetProperty("with_multiplicity").GetInt32());
        });
        Assert.Equal(152, answers.Length);
    }

    [Fact]
    public void Json_InvalidCell_IsExitCodeOne() => Assert.Equal(
        "invalid_cell",
        Cli.Run("neighbors", "--matrix", "0000", "--ops", "input,output", "--json").Expect(ExitCode.No).Json.GetProperty("error_kind").GetString());

    [Fact]
    public void Table_Cell_ListsNeighbors() => Assert.Contains(
        "with multiplicity",
        Cli.Run("neighbors", "--hash", Samples.FirstHash).Expect(ExitCode.Done).Output,
        StringComparison.Ordinal);

    [Fact]
    public void Kind_Unknown_IsWrongUsage() =>
        Cli.Run("neighbors", "--hash", Samples.FirstHash, "--kind", "far")
            .ExpectFailure(ExitCode.Usage, "--kind: 'far' is not one of class, raw, naszilla, extended");
}
