namespace NasBench.Comparison.Tests;

/// <summary>How the command of a peer is read.</summary>
public class CommandWordsTests
{
    [Theory]
    [InlineData("python", "python")]
    [InlineData("  python  read.py ", "python|read.py")]
    [InlineData("'my program' --label=\"a b\"", "my program|--label=a b")]
    [InlineData("sh -c 'cat \"$0\" | wc'", "sh|-c|cat \"$0\" | wc")]
    [InlineData("a '' b", "a||b")]
    public void Split_Command_ItsWords(string command, string expected)
    {
        string[] words = CommandWords.Split(command);
        Assert.Equal(expected.Contains(" | ", StringComparison.Ordinal) ? ["sh", "-c", "cat \"$0\" | wc"] : expected.Split('|'), words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("python 'read")]
    public void Split_NoCommandOrOpenQuote_Refused(string command) => Assert.Throws<FormatException>(() => CommandWords.Split(command));

    [Fact]
    public void WordsOf_NoPlaceholder_FileLast() => Assert.Equal(["python", "read.py", "a b.tfrecord"], PeerCommand.WordsOf("python read.py", "a b.tfrecord"));

    [Fact]
    public void WordsOf_Placeholder_FileThere() => Assert.Equal(["read", "--in=x.tfrecord", "-q"], PeerCommand.WordsOf("read --in={file} -q", "x.tfrecord"));
}
