namespace NasBench.Cli.Tests.CommandLine;

public class UsageErrorsTests
{
    [Theory]
    [InlineData("'--jsno' is not an option of 'nasbench info'; did you mean --json? See 'nasbench info --help'", "info", "--jsno")]
    [InlineData("'--jsno' is not an option of 'nasbench info'; did you mean --json?", "info", "builtin", "--jsno")]
    [InlineData("'--quite' is not an option of 'nasbench inspect'; did you mean --quiet?", "inspect", "--jsonl", "--quite")]
    [InlineData("'--matrx' is not an option of 'nasbench inspect'; did you mean --matrix?", "inspect", "--matrx", "0100", "--ops", "input,output")]
    [InlineData("'--jsno' is not an option of 'nasbench convert'; did you mean --json?", "convert", "--jsno", "a", "b")]
    [InlineData("'--max-vertex=5' is not an option of 'nasbench enumerate'", "enumerate", "--max-vertex=5")]
    [InlineData("'-x' is not an option of 'nasbench query'; see", "query", "-x")]
    [InlineData("'--frobnicate' is not an option of 'nasbench info'; see 'nasbench info --help'", "info", "--frobnicate")]
    [InlineData("'qeury' is not a command; did you mean query? See 'nasbench --help'", "qeury", "builtin")]
    [InlineData("'qeury' is not a command; did you mean query?", "qeury", "--help")]
    [InlineData("'qeury' is not a command; did you mean query?", "help", "qeury")]
    [InlineData("'--versoin' is not an option of 'nasbench'; did you mean --version?", "--versoin")]
    [InlineData("'extra' is one argument too many", "info", "builtin", "extra")]
    [InlineData("no completion script for the shell 'tcsh'", "completion", "tcsh")]
    public void Run_MistypedWord_IsWrongUsageThatSaysWhatWasMeant(string part, params string[] arguments) =>
        Cli.Run(arguments).ExpectFailure(ExitCode.Usage, part);

    [Fact]
    public void Run_FileWhoseNameLooksLikeAnOption_IsRead()
    {
        Cli.Run("info", "--", "--jsno").ExpectFailure(ExitCode.InputFailed, "--jsno: no such file");
        Cli.Run("info", "--json", "--", "-x").ExpectFailure(ExitCode.InputFailed, "-x: no such file");
    }

    [Fact]
    public void Run_NegativeSeed_IsAValue() => Assert.Equal(
        Cli.Run("sample", "--seed=-3").Expect(ExitCode.Done).Output, Cli.Run("sample", "--seed", "-3").Expect(ExitCode.Done).Output);
}
