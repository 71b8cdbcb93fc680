using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class DistanceCommandTests
{
    private const string Chain =
        $$"""{"id": [1], "a_matrix": "{{Samples.ChainMatrix}}", "a_ops": ["input", "conv3x3-bn-relu", "output"]"""
        + """, "b_hash": "043721b9c7fe8c5fad811d47d83132ec"}""";

    [Fact]
    public void JsonLines_Pair_AllFieldsInOrder() => Assert.Equal(
        """{"id":[1],"edit_distance":3,"graph_edit_distance":4,"hamming":3}""" + "\n",
        Cli.RunWithInput(Chain, "distance", "--jsonl", "-").Expect(ExitCode.Done).Output);

    [Fact]
    public void JsonLines_All_HasEveryDistance() => Assert.Equal(
        """{"id":[1],"edit_distance":3,"graph_edit_distance":4,"hamming":3,"encoded_distance":2"""
        + ""","naszilla":{"adj":3,"cont_adj":4,"path":2,"cont_path":2,"nasbot":2}}""" + "\n",
        Cli.RunWithInput(Chain, "distance", "--jsonl", "-", "--all").Expect(ExitCode.Done).Output);

    [Fact]
    public void JsonLines_EditDistanceVectors_AnswerAsTheReference()
    {
        JsonElement[] vectors = [.. File.ReadLines(TestFiles.Vector("edit_distance_vectors.jsonl")).Select(line => JsonElement.Parse(line))];
        string input = string.Join('\n', vectors.Select(vector =>
            $$"""{"id":{{vector.GetProperty("id")}}"""
            + $$""","a_matrix":"{{vector.GetProperty("a_raw")}}","a_ops":{{vector.GetProperty("a_raw_ops").GetRawText()}}"""
            + $$""","b_matrix":"{{vector.GetProperty("b_raw")}}","b_ops":{{vector.GetProperty("b_raw_ops").GetRawText()}}}"""));
        JsonElement[] answers = Cli.RunWithInput(input, "distance", "--jsonl", "-").Expect(ExitCode.Done).JsonLines;

        Assert.Equal(vectors.Length, answers.Length);
        Assert.All(vectors.Zip(answers), pair =>
        {
            Assert.Equal(pair.First.GetProperty("ged_free_label").GetInt32(), pair.Second.GetProperty("edit_distance").GetInt32());
            Assert.Equal(pair.First.GetProperty("ged").GetInt32(), pair.Second.GetProperty("graph_edit_distance").GetInt32());
            Assert.Equal(pair.First.GetProperty("hamming_raw").GetProperty("total").GetInt32(), pair.Second.GetProperty("hamming").GetInt32());
        });
    }

    [Fact]
    public void JsonLines_BadLines_AreAnsweredInOrderWithTheirIds()
    {
        const string Input = """
            {"id": 1, "a_matrix": "0100", "a_ops": ["input", "output"]}
            {"id": 2, "a_matrix": "0100", "a_ops": ["input", "output"], "b_matrix": "0000", "b_ops": ["input", "output"]}
            {"id": 3, "a_matrix": "0100", "a_ops": ["input", "output"], "b_hash": "926a133285cb34c1a38eefe60e7586d4"}
            {"id": 4, "matrix": "0100", "ops": ["input", "output"]}
            {"id": 5, "a_matrix": 1, "a_ops": ["input", "output"], "b_matrix": "0100", "b_ops": ["input", "output"]}
            """;
        JsonElement[] answers = Cli.RunWithInput(Input, "distance", "--jsonl", "-").Expect(ExitCode.No).JsonLines;

        Assert.Equal([1, 2, 3, 4, 5], answers.Select(answer => answer.GetProperty("id").GetInt32()));
        Assert.Equal(
            ["bad_line", "invalid_cell", "not_in_data", "bad_line", "bad_line"], answers.Select(answer => answer.GetProperty("error_kind").GetString()));
        Assert.Equal("no cell: 'b_matrix' and 'b_ops', or 'b_hash', expected", answers[0].GetProperty("error").GetString());
        Assert.Equal("'a_matrix' is neither a string of digits nor rows of numbers", answers[4].GetProperty("error").GetString());
    }

    [Fact]
    public void Hashes_WholeOrTheirBeginnings_SameDistances()
    {
        const string Expected = """{"edit_distance":3,"graph_edit_distance":4,"hamming":3}""" + "\n";

        Assert.Equal(Expected, Cli.Run("distance", Samples.ChainHash, "043721b9c7fe8c5fad811d47d83132ec", "--json").Expect(ExitCode.Done).Output);
        Assert.Equal(Expected, Cli.Run("distance", Samples.ChainHash[..10], "043721b9c7", "--json").Expect(ExitCode.Done).Output);
    }

    [Fact]
    public void Hashes_All_TableHoldsEveryDistance()
    {
        string table = Cli.Run("distance", Samples.ChainHash, "043721b9c7fe8c5fad811d47d83132ec", "--all").Expect(ExitCode.Done).Output;

        Assert.Equal(9, table.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("graph edit distance   4", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two cells are needed")]
    [InlineData("a second cell is needed", Samples.ChainHash)]
    [InlineData("only one of two hashes and --jsonl", Samples.ChainHash, Samples.FirstHash, "--jsonl", "-")]
    [InlineData("B: 'conv' is not a hash", Samples.ChainHash, "conv")]
    public void Distance_NotTwoCells_IsWrongUsage(string part, params string[] arguments) =>
        Cli.Run(["distance", .. arguments]).ExpectFailure(ExitCode.Usage, part);
}
