using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class InfoCommandTests
{
    [Fact]
    public void Json_SyntheticFile_HasAllFieldsInOrder() => Assert.Equal(
        """{"format":"tfrecord","provenance":"synthetic","cells":200,"records":2400,"epochs":[4,12,36,108],"repeats":3,"bytes":926268}""" + "\n",
        Cli.Run("info", TestFiles.Vector("synth_tiny_sorted.tfrecord"), "--json").Expect(ExitCode.Done).Output);

    [Fact]
    public void Json_Sha256_IsPrintedWhereAsked()
    {
        JsonElement info = Cli.Run("info", TestFiles.Vector("synth_tiny_sorted.tfrecord"), "--sha256", "--json").Expect(ExitCode.Done).Json;

        Assert.Equal("e280f8d13c75b3e58ecf1860391631dcb450ca030742126cdaf695eb6d1f0ffa", info.GetProperty("sha256").GetString());
        Assert.Equal("synthetic", info.GetProperty("provenance").GetString());
    }

    [Fact]
    public void Json_RealRecord_IsOfUnknownProvenance()
    {
        JsonElement info = Cli.Run("info", Samples.RealFile, "--json").Expect(ExitCode.Done).Json;

        Assert.Equal("unknown", info.GetProperty("provenance").GetString());
        Assert.Equal(1, info.GetProperty("repeats").GetInt32());
    }

    [Fact]
    public void Json_Builtin_IsMixed()
    {
        JsonElement info = Cli.Run("info", "builtin", "--json").Expect(ExitCode.Done).Json;

        Assert.Equal("mixed", info.GetProperty("provenance").GetString());
        Assert.Equal(423_624, info.GetProperty("cells").GetInt32());
        Assert.Equal(JsonValueKind.Null, info.GetProperty("bytes").ValueKind);
    }

    [Theory]
    [InlineData("good_4rows", 4)]
    [InlineData("unicode_escapes", 1)]
    public void Json_OddButLegalFile_IsRead(string name, int records) =>
        Assert.Equal(records, Cli.Run("info", Samples.Corrupt(name), "--json").Expect(ExitCode.Done).Json.GetProperty("records").GetInt32());

    [Theory]
    [InlineData("adjacency_not_square", "record 0 at byte 0")]
    [InlineData("bad_base64", "record 0 at byte 0")]
    [InlineData("bad_data_crc_row2", "record 2 at byte 834")]
    [InlineData("empty", "record 0 at byte 0")]
    [InlineData("hash_not_of_graph", "record 0 at byte 0")]
    [InlineData("not_json", "record 1 at byte 417")]
    [InlineData("truncated_in_data", "record 3 at byte 1251")]
    [InlineData("truncated_in_header", "record 4 at byte 1669")]
    [InlineData("two_evaluations_only", "record 0 at byte 0")]
    [InlineData("unmasked_crc_row0", "record 0 at byte 0")]
    public void Damage_IsExitCodeThreeWithPlaceAndExpectation(string name, string place)
    {
        string file = Samples.Corrupt(name);
        CliResult info = Cli.Run("info", file, "--json").ExpectFailure(ExitCode.InputFailed, $"{file}: {place}: ");

        Assert.Contains("expected", info.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(info, Cli.Run("query", file, "--hash", Samples.FirstHash));
    }

    [Fact]
    public void Table_ShowsTheNumbers() =>
        Assert.Contains("926,268", Cli.Run("info", Samples.TinyFile).Expect(ExitCode.Done).Output, StringComparison.Ordinal);
}
