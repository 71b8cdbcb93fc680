using System.Security.Cryptography;
using Answer = NasBench.Cli.Tests.Downloads.LocalServer.Answer;

namespace NasBench.Cli.Tests.Downloads;

public sealed class DownloaderTests : IDisposable
{
    private static readonly byte[] s_file = [.. Enumerable.Range(0, 300_000).Select(i => (byte)((i * 7919) >> 5))];
    private static readonly string s_sha256 = Convert.ToHexStringLower(SHA256.HashData(s_file));
    private static readonly DownloadOptions s_hasty = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(4),
        MostFruitlessAttempts = 3,
        Stall = TimeSpan.FromSeconds(20),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    private string FilePath => _folder["file"];

    private string PartPath => _folder["file.part"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fetch_GoodServer_GetsTheFile()
    {
        using LocalServer server = new((_, start) => Answer.Of(s_file, start));
        Assert.Equal(s_file.Length, await Fetch(server));

        AssertOnlyTheFile();
        Assert.Equal([null], server.Requests);
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task Fetch_ConnectionsThatDrop_GoesOnWhereItWas()
    {
        using LocalServer server = new((number, start) => Answer.Of(s_file, start, number < 5 ? 50_000 : null) with { Resets = number % 2 == 1 });
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.InRange(server.Requests.Count, 6, 9);
        Assert.All(server.Requests.Skip(1), start => Assert.InRange(start ?? 0, 0, s_file.Length));
        Assert.NotEmpty(_warnings);
    }

    [Fact]
    public async Task Fetch_PartThatIsThere_IsGoneOnWith()
    {
        File.WriteAllBytes(PartPath, s_file[..123_456]);
        using LocalServer server = new((_, start) => Answer.Of(s_file, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([123_456], server.Requests);
    }

    [Fact]
    public async Task Fetch_PartThatIsTheWholeFile_IsTaken()
    {
        File.WriteAllBytes(PartPath, s_file);
        using LocalServer server = new((_, _) => new Answer("416 Range Not Satisfiable", ["Content-Length: 0"], []));
        await Fetch(server);

        AssertOnlyTheFile();
    }

    [Fact]
    public async Task Fetch_PartOfSomethingElse_StartsAgain()
    {
        File.WriteAllBytes(PartPath, new byte[1000]);
        using LocalServer server = new((_, start) => Answer.Of(s_file, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000, null], server.Requests);
    }

    [Fact]
    public async Task Fetch_ServerThatIgnoresRanges_StartsAgain()
    {
        File.WriteAllBytes(PartPath, s_file[..1000]);
        using LocalServer server = new((_, _) => Answer.Of(s_file, null));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000], server.Requests);
    }

    [Fact]
    public async Task Fetch_ServerThatSendsAnotherRange_StartsAgain()
    {
        File.WriteAllBytes(PartPath, s_file[..1000]);
        using LocalServer server = new((number, start) => Answer.Of(s_file, number == 0 ? 500 : start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000, null], server.Requests);
    }

    [Fact]
    public async Task Fetch_WrongBytes_LeavesNothing()
    {
        byte[] wrong = [.. s_file];
        wrong[200_000] ^= 1;
        using LocalServer server = new((_, start) => Answer.Of(wrong, start));
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains($"expected {s_sha256}", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public async Task Fetch_ServerThatStalls_GivesUpAndKeepsWhatCame()
    {
        using LocalServer server = new((_, start) => Answer.Of(s_file, start, 0) with { Stalls = true });
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(
            () => Fetch(server, s_hasty with { Stall = TimeSpan.FromMilliseconds(100), MostFruitlessAttempts = 2 }));

        Assert.Contains("nothing came", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(FilePath));
        Assert.True(File.Exists(PartPath));
    }

    [Fact]
    public async Task Fetch_ServerInTrouble_TriesAgain()
    {
        using LocalServer server = new(
            (number, start) => number < 2 ? new Answer("503 Service Unavailable", ["Content-Length: 0"], []) : Answer.Of(s_file, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal(2, _warnings.Count);
    }

    [Fact]
    public async Task Fetch_NoSuchFile_GivesUpAtOnce()
    {
        using LocalServer server = new((_, _) => new Answer("404 Not Found", ["Content-Length: 0"], []));
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains("404", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Fetch_Cancelled_KeepsWhatCame()
    {
        using CancellationTokenSource source = new();
        using LocalServer server = new((_, start) => Answer.Of(s_file, start, 50_000) with { Stalls = true });
        Downloader downloader = Create(s_hasty, out HttpClient client);
        using (client)
        {
            CancellingProgress progress = new(source);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => downloader.FetchAsync(server.Address, FilePath, s_sha256, progress, source.Token));
        }

        Assert.False(File.Exists(FilePath));
        Assert.True(s_file.AsSpan().StartsWith(File.ReadAllBytes(PartPath)));
    }

    [Fact]
    public void Command_WrongBytes_IsExitCodeFour()
    {
        using LocalServer server = new((_, start) => Answer.Of(s_file, start));
        Cli.Run("download", "only108", "--to", _folder["new"], "--url", server.Address.ToString())
            .ExpectFailure(ExitCode.OutputFailed, "what came is another file");

        Assert.Empty(Directory.GetFileSystemEntries(_folder["new"]));
    }

    [Theory]
    [InlineData("everything", "http://127.0.0.1/x")]
    [InlineData("full", "ftp://127.0.0.1/x")]
    [InlineData("full", "nowhere")]
    public void Command_WrongWords_IsWrongUsage(string name, string address) =>
        Cli.Run("download", name, "--to", _folder.FullPath, "--url", address)
            .ExpectFailure(ExitCode.Usage, name == "full" ? "--url" : "expected only108 or full");

    private async Task<long> Fetch(LocalServer server, DownloadOptions? options = null)
    {
        Downloader downloader = Create(options ?? s_hasty, out HttpClient client);
        using (client)
        {
            return await downloader.FetchAsync(server.Address, FilePath, s_sha256, null, default);
        }
    }

    private Downloader Create(DownloadOptions options, out HttpClient client)
    {
        client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        return new Downloader(client, options, _warnings.Add);
    }

    private void AssertOnlyTheFile()
    {
        Assert.Equal([FilePath], Directory.GetFileSystemEntries(_folder.FullPath));
        Assert.Equal(s_file, File.ReadAllBytes(FilePath));
    }

    private sealed class CancellingProgress(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }
}
