using System.Text.RegularExpressions;
using Answer = NasBench.Cli.Tests.Downloads.LocalServer.Answer;

namespace NasBench.Cli.Tests.Downloads;

public sealed partial class DownloadBarTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Command_ErrorIsATerminal_ShowsBytesInOneBarAndWarningsAboveIt()
    {
        using LocalServer server = new((number, _) => number switch
        {
            0 => new Answer("200 OK", ["Content-Length: 522767376"], new byte[3 << 20]),
            1 => new Answer("503 Service Unavailable", ["Content-Length: 0"], []),
            _ => new Answer("404 Not Found", ["Content-Length: 0"], []),
        });
        Cli cli = new() { IsErrorTerminal = true, Variables = { ["NO_COLOR"] = "1" } };
        CliResult result = cli.With("download", "only108", "--to", _folder.FullPath, "--url", server.Address.ToString());

        Assert.Equal(ExitCode.OutputFailed, result.Code);
        Assert.Contains("3.0/498.5 MiB", result.Error, StringComparison.Ordinal);

        // What stays on the screen: the warnings and the failure, and no bar.
        string[] screen = Replay(result.Error);
        Assert.Equal(3, screen.Length);
        Assert.Equal("nasbench: warning: the connection was closed early; trying again in 1 s", screen[0]);
        Assert.Equal("nasbench: warning: the server answers 503 Service Unavailable; trying again in 2 s", screen[1]);
        Assert.EndsWith("the server answers 404 Not Found", screen[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Command_ErrorIsNoTerminal_ShowsNoBar()
    {
        using LocalServer server = new((_, _) => new Answer("404 Not Found", ["Content-Length: 0"], []));
        CliResult result = Cli.Run("download", "only108", "--to", _folder.FullPath, "--url", server.Address.ToString());

        Assert.Equal($"nasbench: {server.Address}: the server answers 404 Not Found\n", result.Error);
    }

    /// <summary>What a terminal shows after all this, line by line without the empty ones: it knows the few sequences that bars are drawn with.</summary>
    private static string[] Replay(string output)
    {
        List<char[]> lines = [new char[1000]];
        int row = 0;
        int column = 0;
        foreach (Match match in Pieces().Matches(output))
        {
            string piece = match.Value;
            int count = match.Groups["count"].Value is { Length: > 0 } digits ? int.Parse(digits, null) : 1;
            switch (match.Groups["command"].Value is { Length: > 0 } command ? command : piece)
            {
                case "\r":
                    column = 0;
                    break;
                case "\n":
                    (row, column) = (row + 1, 0);
                    break;
                case "A":
                    row = Math.Max(0, row - count);
                    break;
                case "K":
                    Array.Clear(lines[row]);
                    break;
                case "J":
                    Array.Clear(lines[row], column, lines[row].Length - column);
                    lines.RemoveRange(row + 1, lines.Count - row - 1);
                    break;
                case { Length: 1 } when piece[0] != '\u001b':
                    lines[row][column++] = piece[0];
                    break;
            }

            while (lines.Count <= row)
            {
                lines.Add(new char[1000]);
            }
        }

        return [.. lines.Select(line => new string(line).Replace('\0', ' ').Trim()).Where(line => line.Length > 0)];
    }

    [GeneratedRegex(@"\x1b\[\??(?<count>\d*)(;\d*)*(?<command>[A-Za-z])|[\s\S]")]
    private static partial Regex Pieces();
}
