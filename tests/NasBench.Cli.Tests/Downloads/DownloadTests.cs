using System.Security.Cryptography;
using Answer = NasBench.Cli.Tests.Downloads.LocalServer.Answer;

namespace NasBench.Cli.Tests.Downloads;

/// <summary>What tests of downloads share: a file that servers have, a folder to fetch it into, and a downloader that hardly waits.</summary>
public abstract class DownloadTests : IDisposable
{
    private protected static readonly byte[] TheFile = [.. Enumerable.Range(0, 300_000).Select(i => (byte)((i * 7919) >> 5))];
    private protected static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(TheFile));
    private protected static readonly OfficialFile Wanted = new("test", "file", TheFile.Length, Sha256);
    private protected static readonly DownloadOptions Hasty = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(4),
        MostFruitlessAttempts = 3,
        Stall = TimeSpan.FromSeconds(20),
    };

    private protected TemporaryFolder Folder { get; } = new();

    private protected List<string> Warnings { get; } = [];

    private protected string FilePath => Folder["file"];

    private protected string PartPath => Folder["file.part"];

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<long> Fetch(LocalServer server, DownloadOptions? options = null)
    {
        Downloader downloader = Create(options ?? Hasty, out HttpClient client);
        using (client)
        {
            return await downloader.FetchAsync(server.Address, FilePath, Wanted, null, default);
        }
    }

    private protected Downloader Create(DownloadOptions options, out HttpClient client)
    {
        client = Downloader.CreateClient();
        return new Downloader(client, options, Warnings.Add);
    }

    private protected async Task ExpectFailureAtOnce(LocalServer server, string words)
    {
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(Warnings);
        Assert.False(File.Exists(FilePath));
    }

    private protected static Answer Empty(string status, params string[] headers) => new(status, [.. headers, "Content-Length: 0"], []);

    private protected static Answer Redirect(string location, string status = "302 Found") => Empty(status, $"Location: {location}");

    private protected void AssertNothing() => Assert.Empty(Directory.GetFileSystemEntries(Folder.FullPath));

    private protected void AssertOnlyTheFile()
    {
        Assert.Equal([FilePath], Directory.GetFileSystemEntries(Folder.FullPath));
        Assert.Equal(TheFile, File.ReadAllBytes(FilePath));
    }
}
