namespace NasBench.Cli.Tests.CommandLine;

public class NearestWordTests
{
    private static readonly string[] s_words = ["--json", "--jsonl", "--repeat", "-o", "query", "neighbors", "enumerate"];

    [Theory]
    [InlineData("--jsno", "--json")]
    [InlineData("--jsonll", "--jsonl")]
    [InlineData("-json", "--json")]
    [InlineData("--rep", "--repeat")]
    [InlineData("qeury", "query")]
    [InlineData("Query", "query")]
    [InlineData("neighbours", "neighbors")]
    [InlineData("enum", "enumerate")]
    [InlineData("frobnicate", null)]
    [InlineData("--x", null)]
    [InlineData("-z", null)]
    [InlineData("", null)]
    public void Find_MistypedWord_NearestIfNear(string typed, string? expected) => Assert.Equal(expected, NearestWord.Find(typed, s_words));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abc", "abc", 0)]
    public void Distance_Words_FewestEdits(string a, string b, int expected) => Assert.Equal(expected, NearestWord.Distance(a, b));
}
