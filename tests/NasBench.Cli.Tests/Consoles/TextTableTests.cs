using System.Text.RegularExpressions;

namespace NasBench.Cli.Tests.Consoles;

public partial class TextTableTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(10, 15).Select(width => 4 * width), 200];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Query_NarrowTerminal_KeepsEveryNumberOnOneLine(int width)
    {
        AssertSameNumbers(width, "query", "builtin", "--hash", Samples.InceptionHash, "--repeat", "all", "--quiet");
        AssertSameNumbers(width, "query", "builtin", "--hash", Samples.InceptionHash, "--repeat", "0", "--quiet");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Other_NarrowTerminal_KeepsEveryNumberOnOneLine(int width)
    {
        AssertSameNumbers(width, "inspect", Samples.InceptionHash);
        AssertSameNumbers(width, "enumerate", "--format", "counts", "--max-vertices", "5");
    }

    [Fact]
    public void Properties_NarrowerThanNameAndHash_StandAboveEachOther()
    {
        string[] lines = Terminal(40, "inspect", Samples.InceptionHash);

        Assert.Contains("hash", lines);
        Assert.Contains($"  {Samples.InceptionHash}", lines);
    }

    [Fact]
    public void Numbers_LessAndLessRoom_LoseBordersThenColumns()
    {
        string[] query = ["query", "builtin", "--hash", Samples.InceptionHash, "--repeat", "all", "--quiet"];

        Assert.Contains(Terminal(100, query), line => line.StartsWith('╭'));
        string[] plain = Terminal(70, query);
        Assert.DoesNotContain(plain, line => line.Contains('│'));
        Assert.Contains(plain, line => Run().Matches(line).Count == 4);
        Assert.DoesNotContain(Terminal(40, query), line => Run().Matches(line).Count > 1);
    }

    /// <summary>What stands without blanks in the widest table stands so in any; and no line is too long but one of a single piece.</summary>
    private static void AssertSameNumbers(int width, params string[] arguments)
    {
        string[] whole = [.. Number().Matches(Cli.Run(arguments).Output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];
        string[] lines = Terminal(width, arguments);

        Assert.NotEmpty(whole);
        Assert.Equal(whole, lines.SelectMany(line => Number().Matches(line)).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= width || !line.Trim().Contains(' '), line));
    }

    private static string[] Terminal(int width, params string[] arguments) =>
        new Cli { IsOutputTerminal = true, TerminalWidth = width, Variables = { ["NO_COLOR"] = "1" } }.With(arguments).Expect(ExitCode.Done).Output
            .TrimEnd('\n').Split('\n');

    [GeneratedRegex(@"(?<![\w-])[0-9a-f][0-9a-f.,]*[0-9a-f](?![\w-])|\d+(?![\w-])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\d\.\d{3,}")]
    private static partial Regex Run();
}
