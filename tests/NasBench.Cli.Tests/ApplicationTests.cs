namespace NasBench.Cli.Tests;

public class ApplicationTests
{
    [Fact]
    public void Run_WithoutCommand_IsUsageErrorOfOneLine() =>
        Cli.Run().ExpectFailure(ExitCode.Usage, "no command given");

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("fetch", "only108")]
    [InlineData("neighbours", "--hash", Samples.FirstHash)]
    [InlineData("@responses")]
    public void Run_UnknownCommand_IsUsageError(params string[] arguments) =>
        Cli.Run(arguments).ExpectFailure(ExitCode.Usage, $"'{arguments[0]}' is not a command");

    [Theory]
    [InlineData("--no-such-option", "inspect", "--no-such-option")]
    [InlineData("extra", "enumerate", "extra")]
    [InlineData("--max-edges: 'ten' is not a whole number from 1 to 9", "enumerate", "--max-edges", "ten")]
    [InlineData("--max-edges: '10' is not a whole number from 1 to 9", "enumerate", "--max-edges", "10")]
    [InlineData("--max-vertices: '1' is not", "enumerate", "--max-vertices", "1")]
    [InlineData("--format: 'xml' is not one of tsv, json, jsonl, counts", "enumerate", "--format", "xml")]
    [InlineData("--repeat: 'best' is not one of", "query", "builtin", "--hash", Samples.FirstHash, "--repeat", "best")]
    [InlineData("--repeat: '-1' is not one of", "query", "builtin", "--hash", Samples.FirstHash, "--repeat", "-1")]
    [InlineData("--epochs: '0' is not", "query", "builtin", "--hash", Samples.FirstHash, "--epochs", "0")]
    [InlineData("--seed: 'x' is not a whole number", "query", "builtin", "--hash", Samples.FirstHash, "--seed", "x")]
    [InlineData("--epochs: '4,4' is not", "synth", "out.tfrecord", "--epochs", "4,4")]
    [InlineData("--order: 'random' is not", "synth", "out.tfrecord", "--order", "random")]
    [InlineData("", "synth")]
    [InlineData("a cell is needed", "inspect")]
    [InlineData("--matrix needs --ops", "inspect", "--matrix", "01")]
    [InlineData("--ops needs --matrix", "inspect", "--ops", "input")]
    [InlineData("only one of", "inspect", "--matrix", "0100", "--ops", "input,output", "--hash", Samples.FirstHash)]
    [InlineData("only one of", "inspect", "--hash", Samples.FirstHash, "--jsonl", "-")]
    [InlineData("--matrix: '01x0' is neither", "inspect", "--matrix", "01x0", "--ops", "input,output")]
    [InlineData("--matrix: '[[0,1],[0,0]' is neither", "inspect", "--matrix", "[[0,1],[0,0]", "--ops", "input,output")]
    [InlineData("--hash: 'abc' is not 32 hexadecimal digits", "inspect", "--hash", "abc")]
    [InlineData("-o: a drawing ends in", "draw", "--hash", Samples.InceptionHash, "-o", "cell.png")]
    [InlineData("--jsonl: the name of the file is empty", "inspect", "--jsonl", "")]
    [InlineData("-o: the name of the file is empty", "enumerate", "-o", "")]
    [InlineData("-o: the name of the file is empty", "draw", "--hash", Samples.InceptionHash, "-o", "")]
    [InlineData("FILE: the name of the file is empty", "info", "")]
    [InlineData("FILE: the name of the file is empty", "bench", "")]
    [InlineData("IN: the name of the file is empty", "convert", "", "x.csv")]
    [InlineData("OUT: the name of the file is empty", "convert", "x.nasb", "")]
    [InlineData("OUT: the name of the file is empty", "synth", "")]
    public void Run_WrongArguments_IsUsageErrorOfOneLine(string part, params string[] arguments) =>
        Cli.Run(arguments).ExpectFailure(ExitCode.Usage, part);

    [Fact]
    public void Run_Help_ListsTheCommandsOnStandardOutput()
    {
        CliResult result = Cli.Run("--help").Expect(ExitCode.Done);

        Assert.Empty(result.Error);
        Assert.All(
            [
                "inspect", "enumerate", "query", "info", "verify", "convert", "download", "synth", "draw", "bench",
                "neighbors", "distance", "encode", "sample", "mutate", "completion", "help",
            ],
            command => Assert.Contains($"  {command} ", result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("inspect", "--matrix")]
    [InlineData("query", "--repeat sample draws")]
    [InlineData("verify", "Exit code 1 if anything is wrong")]
    public void Run_HelpOfACommand_ExplainsIt(string command, string part)
    {
        CliResult result = Cli.Run(command, "--help").Expect(ExitCode.Done);

        Assert.Contains(part, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Version_PrintsANumber() =>
        Assert.Matches(@"^\d+\.\d+\.\d+", Cli.Run("--version").Expect(ExitCode.Done).Output);

    [Fact]
    public void Run_Cancelled_IsInterrupted()
    {
        CliResult result = new Cli { Cancellation = new CancellationToken(canceled: true) }.With("enumerate", "--max-vertices", "4")
            .Expect(ExitCode.Interrupted);

        Assert.Empty(result.Error);
    }

    [Fact]
    public void Run_LineFeedInAName_StaysOnOneLine() =>
        Cli.Run("query", "builtin", "--matrix", "010001000", "--ops", "input,a\nb\u2028c,output").ExpectFailure(ExitCode.No, "a b c");

    [Fact]
    public void Run_ErrorTerminal_ShowsProgressUnlessQuiet()
    {
        string[] arguments = ["info", Samples.TinyFile, "--json"];
        CliResult loud = new Cli { IsErrorTerminal = true }.With(arguments).Expect(ExitCode.Done);
        CliResult quiet = new Cli { IsErrorTerminal = true }.With([.. arguments, "--quiet"]).Expect(ExitCode.Done);

        Assert.Contains("Loading", loud.Error, StringComparison.Ordinal);
        Assert.Empty(quiet.Error);
        Assert.Equal(quiet.Output, loud.Output);
    }

    [Fact]
    public void Run_OutputTerminal_ColoursUnlessNoColorIsSet()
    {
        string[] arguments = ["inspect", "--matrix", Samples.ChainMatrix, "--ops", Samples.ChainOperations];
        CliResult coloured = new Cli { IsOutputTerminal = true }.With(arguments);
        CliResult plain = new Cli { IsOutputTerminal = true, Variables = { ["NO_COLOR"] = "1" } }.With(arguments);

        Assert.Contains('\u001b', coloured.Output);
        Assert.DoesNotContain('\u001b', plain.Output);
    }
}
