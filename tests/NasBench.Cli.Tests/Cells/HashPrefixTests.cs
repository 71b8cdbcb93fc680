using System.Text.Json;

namespace NasBench.Cli.Tests.Cells;

public class HashPrefixTests
{
    private const string ManyDigits = "fd726f";

    public static TheoryData<string> Commands => ["inspect", "neighbors", "draw", "encode", "mutate --seed 1", "query builtin --repeat 0 --quiet"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_HashAsArgument_AnswersAsTheOption(string command)
    {
        string expected = Cli.Run([.. command.Split(' '), "--hash", Samples.InceptionHash]).Expect(ExitCode.Done).Output;

        Assert.Equal(expected, Cli.Run([.. command.Split(' '), Samples.InceptionHash]).Expect(ExitCode.Done).Output);
        Assert.Equal(expected, Cli.Run([.. command.Split(' '), Samples.InceptionHash[..6]]).Expect(ExitCode.Done).Output);
        Assert.Equal(expected, Cli.Run([.. command.Split(' '), Samples.InceptionHash[..31].ToUpperInvariant()]).Expect(ExitCode.Done).Output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_DigitsOfSeveralHashes_IsWrongUsageThatListsThem(string command)
    {
        string line = Cli.Run([.. command.Split(' '), ManyDigits]).Expect(ExitCode.Usage).ErrorLine;

        Assert.StartsWith($"HASH: 3 hashes begin with {ManyDigits}: {ManyDigits}", line, StringComparison.Ordinal);
        Assert.EndsWith("; give more digits", line, StringComparison.Ordinal);
        Assert.Equal(3, line.Split(", ").Length);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_DigitsOfNoHash_IsExitCodeOne(string command)
    {
        Cli.Run([.. command.Split(' '), "ffffff"]).ExpectFailure(ExitCode.No, "no hash of a cell of the space begins with ffffff");
        JsonElement error = Cli.Run([.. command.Split(' '), "ffffff", "--json"]).Expect(ExitCode.No).Json;
        Assert.Equal("not_in_data", error.GetProperty("error_kind").GetString());
    }

    [Theory]
    [InlineData("28cfc")]
    [InlineData("28cfcx")]
    [InlineData(Samples.InceptionHash + "0")]
    public void Run_WordThatIsNoHash_IsWrongUsage(string word) =>
        Cli.Run("inspect", word).ExpectFailure(ExitCode.Usage, $"HASH: '{word}' is not a hash; expected 6 to 32 hexadecimal digits");

    [Theory]
    [InlineData("inspect", Samples.FirstHash, "--hash", Samples.FirstHash)]
    [InlineData("inspect", Samples.FirstHash, "--jsonl", "-")]
    [InlineData("query", "builtin", Samples.FirstHash, "--matrix", "0100", "--ops", "input,output")]
    public void Run_HashAndAnotherWay_IsWrongUsage(params string[] arguments) => Cli.Run(arguments).ExpectFailure(ExitCode.Usage, "only one of");

    [Fact]
    public void Query_OnlyAHash_AsksTheUsersDataSet()
    {
        Cli cli = new() { Variables = { ["NASBENCH_DATA"] = "builtin" } };
        string[] options = ["--repeat", "0", "--json", "--quiet"];
        string expected = Cli.Run(["query", "builtin", "--hash", Samples.InceptionHash, .. options]).Expect(ExitCode.Done).Output;

        Assert.Equal(expected, cli.With(["query", Samples.InceptionHash, .. options]).Expect(ExitCode.Done).Output);
        Assert.Equal(expected, cli.With(["query", Samples.InceptionHash[..8], .. options]).Expect(ExitCode.Done).Output);
    }

    [Fact]
    public void Query_FileNamedLikeAHash_IsTheDataSet()
    {
        using TemporaryFolder folder = new();
        string file = folder["28cfc787"];
        File.Copy(Samples.RealFile, file);

        Cli.Run("query", file, Samples.FirstHash, "--epochs", "4", "--repeat", "0").Expect(ExitCode.Done);
        Assert.False(HashPrefix.IsOne(file));
        Cli.Run("query", file).ExpectFailure(ExitCode.Usage, "a cell is needed");
    }
}
