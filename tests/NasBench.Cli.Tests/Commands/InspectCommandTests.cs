using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class InspectCommandTests
{
    private static readonly string[] s_fields =
        ["valid_spec", "pruned_matrix", "pruned_ops", "vertices", "edges", "hash", "is_valid", "error", "in_space", "index", "trainable_parameters", "flops"];

    [Fact]
    public void Json_ValidCell_HasAllFieldsInOrder() => Assert.Equal(
        """{"valid_spec":true,"pruned_matrix":"0100110001000000010010000010000001000000010000000","pruned_ops":"""
        + """["input","conv3x3-bn-relu","maxpool3x3","conv3x3-bn-relu","conv3x3-bn-relu","conv1x1-bn-relu","output"],"vertices":7,"edges":9"""
        + ""","hash":"00005c142e6f48ac74fdcf73e3439874","is_valid":true,"error":null,"in_space":true"""
        + ""","index":255595,"trainable_parameters":8555530,"flops":1261835264}""" + "\n",
        Cli.Run("inspect", "--matrix", Samples.FirstMatrix, "--ops", Samples.FirstOperations, "--json").Expect(ExitCode.Done).Output);

    [Fact]
    public void Json_DisconnectedCell_IsAllNullAndExitCodeOne()
    {
        CliResult result = Cli.Run("inspect", "--matrix", "0000", "--ops", "input,output", "--json").Expect(ExitCode.No);

        Assert.Equal(
            """{"valid_spec":false,"pruned_matrix":null,"pruned_ops":null,"vertices":null,"edges":null"""
            + ""","hash":null,"is_valid":false,"error":"invalid spec, provided graph is disconnected.","in_space":"""
            + """false,"index":null,"trainable_parameters":null,"flops":null}""" + "\n",
            result.Output);
    }

    [Fact]
    public void Json_RowsInBrackets_AnswerAsDigits() => Assert.Equal(
        Cli.Run("inspect", "--matrix", "010001000", "--ops", Samples.ChainOperations, "--json").Output,
        Cli.Run("inspect", "--matrix", "[[0, 1, 0], [0, 0, 1], [0, 0, 0]]", "--ops", "input, conv3x3-bn-relu, output", "--json").Output);

    [Fact]
    public void Json_WrongFirstName_IsInSpaceThoughInvalid()
    {
        JsonElement answer = Cli.Run("inspect", "--matrix", Samples.ChainMatrix, "--ops", "x,conv3x3-bn-relu,output", "--json").Expect(ExitCode.No).Json;

        Assert.Equal(Samples.ChainHash, answer.GetProperty("hash").GetString());
        Assert.True(answer.GetProperty("in_space").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("index").ValueKind);
        Assert.Equal("first operation should be 'input'", answer.GetProperty("error").GetString());
    }

    [Fact]
    public void Json_Hash_IsTheRepresentative()
    {
        JsonElement answer = Cli.Run("inspect", "--hash", "edb7648dd596405eddc9a5c607b494a6", "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(3822005, answer.GetProperty("trainable_parameters").GetInt64());
        Assert.Equal("edb7648dd596405eddc9a5c607b494a6", answer.GetProperty("hash").GetString());
    }

    [Fact]
    public void Hash_NotOfTheSpace_IsExitCodeOne() =>
        Cli.Run("inspect", "--hash", "926a133285cb34c1a38eefe60e7586d4")
            .ExpectFailure(ExitCode.No, "926a133285cb34c1a38eefe60e7586d4 is not the hash of a cell of the space");

    [Fact]
    public void Table_ValidCell_ShowsHashAndParameters()
    {
        string table = Cli.Run("inspect", "--matrix", Samples.InceptionMatrix, "--ops", Samples.InceptionOperations).Expect(ExitCode.Done).Output;

        Assert.Contains(Samples.InceptionHash, table, StringComparison.Ordinal);
        Assert.Contains("2,694,282", table, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonLines_HashVectors_AnswerAsTheOriginal()
    {
        string[] vectors = File.ReadAllLines(TestFiles.Vector("hash_vectors.jsonl"));
        CliResult result = Cli.Run("inspect", "--jsonl", TestFiles.Vector("hash_vectors.jsonl")).Expect(ExitCode.Done);

        Assert.Empty(result.Error);
        JsonElement[] answers = result.JsonLines;
        Assert.Equal(vectors.Length, answers.Length);
        Assert.All(vectors.Zip(answers), pair => AssertAnswers(JsonElement.Parse(pair.First), pair.Second));
    }

    [Fact]
    public void JsonLines_Quirks_AreAnswersWithoutException()
    {
        string input = string.Join(
            '\n', File.ReadLines(TestFiles.Vector("check_spec_quirks.jsonl")).Select(line => JsonElement.Parse(line).GetProperty("input").GetRawText()));
        CliResult result = Cli.RunWithInput(input, "inspect", "--jsonl", "-").Expect(ExitCode.Done);

        string[] errors = [.. result.JsonLines.Select(answer => answer.GetProperty("error").GetString() ?? "")];
        Assert.Equal(23, errors.Length);
        Assert.Equal("matrix must be square", errors[0]);
        Assert.Equal("matrix must be square", errors[1]);
        Assert.Equal("length of ops must match matrix dimensions", errors[2]);
        Assert.Equal("matrix must be upper triangular", errors[3]);
    }

    [Fact]
    public void JsonLines_BadLines_AreAnsweredInOrderWithTheirIds()
    {
        const string Input = """
            {"id": 1.50, "matrix": "0100", "ops": ["input", "output"]}
            {"id": {"a": [1, null]}, "matrix": "01"}
            not json

            {"matrix": "0100", "ops": "input,output", "id": "last"}
            {"hash": "926a133285cb34c1a38eefe60e7586d4", "id": null}
            """;
        CliResult result = Cli.RunWithInput(Input, "inspect", "--jsonl", "-").Expect(ExitCode.No);

        JsonElement[] answers = result.JsonLines;
        Assert.Equal(["1.50", """{"a": [1, null]}""", "null", "\"last\"", "null"], answers.Select(answer => answer.GetProperty("id").GetRawText()));
        Assert.Equal([null, "bad_line", "bad_line", null, "not_in_data"], answers.Select(ErrorKind));
    }

    private static string? ErrorKind(JsonElement answer) => answer.TryGetProperty("error_kind", out JsonElement kind) ? kind.GetString() : null;

    private static void AssertAnswers(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(["id", .. s_fields], actual.EnumerateObject().Select(field => field.Name));
        foreach (string field in (string[])["id", "valid_spec", "pruned_matrix", "vertices", "edges", "hash", "is_valid", "error", "in_space"])
        {
            Assert.True(JsonElement.DeepEquals(expected.GetProperty(field), actual.GetProperty(field)), $"{field}: {actual} expected {expected}");
        }

        Assert.True(JsonElement.DeepEquals(expected.GetProperty("pruned_ops"), actual.GetProperty("pruned_ops")));
        Assert.Equal(actual.GetProperty("is_valid").GetBoolean(), actual.GetProperty("index").ValueKind == JsonValueKind.Number);
    }
}
