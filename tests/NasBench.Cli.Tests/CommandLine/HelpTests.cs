using System.CommandLine;
using System.Text.RegularExpressions;

namespace NasBench.Cli.Tests.CommandLine;

public partial class HelpTests
{
    public static TheoryData<string> Commands => [.. new CommandTree().Root.Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_EveryCommand_FitsTheTerminal(string command)
    {
        AssertFits(Cli.Run(command, "--help"), 80);
        AssertFits(new Cli { IsOutputTerminal = true, TerminalWidth = 80 }.With(command, "--help"), 80);
        AssertFits(new Cli { IsOutputTerminal = true }.With("help", command), 80);
        AssertFits(new Cli { IsOutputTerminal = true, TerminalWidth = 300 }.With("help", command), 100);
        AssertFits(new Cli { IsOutputTerminal = true, TerminalWidth = 300, Variables = { ["COLUMNS"] = "80" } }.With("help", command), 80);
    }

    [Fact]
    public void Help_Program_FitsAndGroupsTheCommands()
    {
        CliResult help = Cli.Run("--help");

        AssertFits(help, 80);
        Assert.Equal(help.Output, Cli.Run("help").Expect(ExitCode.Done).Output);
        Assert.Equal(help.Output, Cli.Run("-h").Expect(ExitCode.Done).Output);
        Assert.Equal(
            ["Usage:", "Cells:", "Data:", "Files:", "Machine:", "Options:", "Exit codes:", "Examples:"],
            help.Output.Split('\n').Where(line => Heading().IsMatch(line)));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_EveryCommand_HasExamplesThatParse(string command)
    {
        string[] lines = Cli.Run(command, "--help").Expect(ExitCode.Done).Output.TrimEnd('\n').Split('\n');
        string[] examples = [.. lines.SkipWhile(line => line is not ("Example:" or "Examples:")).Skip(1)];

        Assert.NotEmpty(examples);
        Assert.All(examples.SelectMany(line => Invocation().Matches(line)), example =>
        {
            string[] arguments = example.Groups["arguments"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            ParseResult parsed = new CommandTree().Root.Parse(arguments);
            Assert.Null(UsageErrors.Find(parsed));
            Assert.IsAssignableFrom<NasBenchCommand>(parsed.CommandResult.Command);
        });
        Assert.Contains($"nasbench {command}", string.Join('\n', examples), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void HelpCommand_EveryCommand_IsItsHelp(string command) =>
        Assert.Equal(Cli.Run(command, "--help").Expect(ExitCode.Done).Output, Cli.Run("help", command).Expect(ExitCode.Done).Output);

    [Fact]
    public void Help_Option_ShowsAliasValueAndDefault()
    {
        string help = Cli.Run("query", "--help").Expect(ExitCode.Done).Output;

        Assert.Contains("\n  nasbench query [FILE] [HASH] [OPTIONS]\n", help, StringComparison.Ordinal);
        Assert.Matches(@"\n  --repeat sample\|mean\|all\|N\n +Which repeat: [^\[]+\s\[default: sample\]\n", help);
        Assert.Contains("\n  -q, --quiet ", help, StringComparison.Ordinal);
    }

    private static void AssertFits(CliResult result, int width)
    {
        result.Expect(ExitCode.Done);
        Assert.Empty(result.Error);
        Assert.All(result.Output.Split('\n'), line =>
        {
            Assert.True(line.Length <= width, line);
            Assert.Equal(line.TrimEnd(), line);
        });
    }

    [GeneratedRegex("^[A-Z][a-z ]+:$")]
    private static partial Regex Heading();

    [GeneratedRegex("nasbench (?<arguments>[^|$)]+)")]
    private static partial Regex Invocation();
}
