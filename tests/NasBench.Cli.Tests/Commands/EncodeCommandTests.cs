using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class EncodeCommandTests
{
    private static readonly string[] s_oneWay = ["path", "trunc-path", "cat-path", "trunc-cat-path", "naszilla-cat-adj", "naszilla-cont-adj"];

    public static TheoryData<string> Names => [.. EncodingForm.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_Name_EncodingOfThatName(string name) => Assert.Equal(name, EncodingForm.Find(name).Name);

    [Fact]
    public void Json_OneHot_IsTheDefault() => Assert.Equal(
        """{"encoding":"one-hot","values":[1,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,1,0,0,1,0,0,1,0,0,1,0,0,1,0,0]}""" + "\n",
        Cli.Run("encode", "--matrix", Samples.ChainMatrix, "--ops", Samples.ChainOperations, "--json").Expect(ExitCode.Done).Output);

    [Fact]
    public void Text_Naszilla_ValuesWithCommas() => Assert.Equal(
        "1,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0.5,0.5,0.5,0.5,0.5\n",
        Cli.Run("encode", "--matrix", Samples.ChainMatrix, "--ops", Samples.ChainOperations, "--encoding", "naszilla-adj").Expect(ExitCode.Done).Output);

    [Fact]
    public void Text_Naslib_OperationsInItsOrder() => Assert.Equal(
        "1,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,1,0,0,1,0,0,1,0,0,1,0,0,1,0\n",
        Cli.Run("encode", "--matrix", Samples.ChainMatrix, "--ops", Samples.ChainOperations, "--encoding", "naslib-adjacency").Expect(ExitCode.Done).Output);

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_WhatWasEncoded_SameCell(string name)
    {
        string values = Cli.Run("encode", "--hash", Samples.FirstHash, "--encoding", name).Expect(ExitCode.Done).Output.TrimEnd('\n');
        CliResult decoded = Cli.Run("encode", "--decode", values, "--encoding", name, "--json");
        if (s_oneWay.Contains(name))
        {
            decoded.ExpectFailure(ExitCode.Usage, $"the encoding {name} has no way back");
            return;
        }

        JsonElement answer = decoded.Expect(ExitCode.Done).Json;
        Assert.Equal(Samples.FirstMatrix, answer.GetProperty("matrix").GetString());
        Assert.Equal(Samples.FirstOperations, string.Join(',', answer.GetProperty("ops").EnumerateArray()));
    }

    [Fact]
    public void JsonLines_Cells_OneAnswerALine()
    {
        const string Input = """
            {"id": 1, "matrix": "0100", "ops": ["input", "output"]}
            {"id": 2, "matrix": "0000", "ops": ["input", "output"]}
            """;
        JsonElement[] answers = Cli.RunWithInput(Input, "encode", "--jsonl", "-", "--encoding", "cat-path").Expect(ExitCode.No).JsonLines;

        Assert.Equal(20, answers[0].GetProperty("values").GetArrayLength());
        Assert.Equal("invalid_cell", answers[1].GetProperty("error_kind").GetString());
    }

    [Fact]
    public void Decode_WrongValues_AreRefused()
    {
        Cli.Run("encode", "--decode", "1,2,3", "--encoding", "cs-a").ExpectFailure(ExitCode.No, "these are not the values of a cell in the encoding cs-a");
        Cli.Run("encode", "--decode", "1,x", "--encoding", "cs-a").ExpectFailure(ExitCode.Usage, "--decode: 'x' is not a number");
        Cli.Run("encode", "--decode", "1", "--hash", Samples.FirstHash).ExpectFailure(ExitCode.Usage, "only one of --decode and a cell");
        Cli.Run("encode", "--hash", Samples.FirstHash, "--encoding", "none").ExpectFailure(ExitCode.Usage, "--encoding: 'none' is not one of");
    }
}
