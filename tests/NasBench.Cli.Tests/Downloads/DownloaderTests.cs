using Answer = NasBench.Cli.Tests.Downloads.LocalServer.Answer;

namespace NasBench.Cli.Tests.Downloads;

public sealed class DownloaderTests : DownloadTests
{
    [Fact]
    public async Task Fetch_GoodServer_GetsTheFile()
    {
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        Assert.Equal(TheFile.Length, await Fetch(server));

        AssertOnlyTheFile();
        Assert.Equal([null], server.Requests);
        Assert.Empty(Warnings);
    }

    [Fact]
    public async Task Fetch_ConnectionsThatDrop_GoesOnWhereItWas()
    {
        using LocalServer server = new((number, start) => Answer.Of(TheFile, start, number < 5 ? 50_000 : null) with { Resets = number % 2 == 1 });
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.InRange(server.Requests.Count, 6, 9);
        Assert.All(server.Requests.Skip(1), start => Assert.InRange(start ?? 0, 0, TheFile.Length));
        Assert.NotEmpty(Warnings);
    }

    [Fact]
    public async Task Fetch_PartThatIsThere_IsGoneOnWith()
    {
        File.WriteAllBytes(PartPath, TheFile[..123_456]);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([123_456], server.Requests);
    }

    [Fact]
    public async Task Fetch_PartThatIsTheWholeFile_IsTaken()
    {
        File.WriteAllBytes(PartPath, TheFile);
        using LocalServer server = new((_, _) => Empty("416 Range Not Satisfiable"));
        await Fetch(server);

        AssertOnlyTheFile();
    }

    [Fact]
    public async Task Fetch_PartOfSomethingElse_StartsAgain()
    {
        File.WriteAllBytes(PartPath, new byte[1000]);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000, null], server.Requests);
    }

    [Fact]
    public async Task Fetch_ServerThatIgnoresRanges_StartsAgain()
    {
        File.WriteAllBytes(PartPath, TheFile[..1000]);
        using LocalServer server = new((_, _) => Answer.Of(TheFile, null));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000], server.Requests);
    }

    [Fact]
    public async Task Fetch_ServerThatSendsAnotherRange_StartsAgain()
    {
        File.WriteAllBytes(PartPath, TheFile[..1000]);
        using LocalServer server = new((number, start) => Answer.Of(TheFile, number == 0 ? 500 : start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000, null], server.Requests);
    }

    [Fact]
    public async Task Fetch_WrongBytes_LeavesNothing()
    {
        byte[] wrong = [.. TheFile];
        wrong[200_000] ^= 1;
        using LocalServer server = new((_, start) => Answer.Of(wrong, start));
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains($"expected {Sha256}", failure.Message, StringComparison.Ordinal);
        AssertNothing();
    }

    [Fact]
    public async Task Fetch_ServerThatStalls_GivesUpAndKeepsWhatCame()
    {
        using LocalServer server = new((number, start) => Answer.Of(TheFile, start, number == 0 ? 1000 : 0) with { Stalls = true });
        DownloadOptions options = Hasty with { Stall = TimeSpan.FromMilliseconds(300), MostFruitlessAttempts = 2 };
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server, options));

        Assert.Contains("nothing came for 0.3 s", failure.Message, StringComparison.Ordinal);
        Assert.Contains("continues after the 1,000 bytes that came", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(FilePath));
        Assert.Equal(TheFile[..1000], File.ReadAllBytes(PartPath));
    }

    [Fact]
    public async Task Fetch_ServerInTrouble_TriesAgain()
    {
        using LocalServer server = new((number, start) => number < 2 ? Empty("503 Service Unavailable") : Answer.Of(TheFile, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal(2, Warnings.Count);
    }

    [Fact]
    public async Task Fetch_NoSuchFile_GivesUpAtOnce()
    {
        using LocalServer server = new((_, _) => Empty("404 Not Found"));
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains("the server answers 404 Not Found", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        AssertNothing();
    }

    [Fact]
    public async Task Fetch_Cancelled_KeepsWhatCame()
    {
        using CancellationTokenSource source = new();
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start, 50_000) with { Stalls = true });
        Downloader downloader = Create(Hasty, out HttpClient client);
        using (client)
        {
            CancellingProgress progress = new(source);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => downloader.FetchAsync(server.Address, FilePath, Wanted, progress, source.Token));
        }

        Assert.False(File.Exists(FilePath));
        Assert.True(TheFile.AsSpan().StartsWith(File.ReadAllBytes(PartPath)));
    }

    [Fact]
    public async Task Fetch_PartThatIsTheWholeFile_AsksNobody()
    {
        File.WriteAllBytes(PartPath, TheFile);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Fetch_PartThatIsLongerThanTheFile_StartsAgain()
    {
        File.WriteAllBytes(PartPath, [.. TheFile, 0]);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([null], server.Requests);
        Assert.Contains("has more bytes than the file", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_PartOfTheRightLengthWithWrongBytes_StartsAgain()
    {
        File.WriteAllBytes(PartPath, new byte[TheFile.Length]);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([null], server.Requests);
        Assert.Contains("does not fit", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_ServerThatRefusesTheRange_StartsAgain()
    {
        File.WriteAllBytes(PartPath, TheFile[..1000]);
        using LocalServer server = new((_, start) => start is null ? Answer.Of(TheFile, null) : Empty("416 Range Not Satisfiable"));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000, null], server.Requests);
        Assert.Contains("cannot continue", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_ServerThatSendsShortRanges_GoesOnWithoutPauses()
    {
        File.WriteAllBytes(PartPath, TheFile[..1000]);
        using LocalServer server = new((_, start) =>
        {
            int first = (int)start!.Value;
            int length = Math.Min(100_000, TheFile.Length - first);
            string range = $"Content-Range: bytes {first}-{first + length - 1}/{TheFile.Length}";
            return new Answer("206 Partial Content", [$"Content-Length: {length}", range], TheFile[first..(first + length)]);
        });
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000, 101_000, 201_000], server.Requests);
        Assert.Empty(Warnings);
    }

    [Fact]
    public async Task Fetch_ServerWithoutRangesThatDropsEverywhere_GivesUp()
    {
        using LocalServer server = new((number, _) => Answer.Of(TheFile, null, 10_000 + (number % 2 * 10_000)));
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains("cannot continue a download", failure.Message, StringComparison.Ordinal);
        AssertNothing();
    }

    [Theory]
    [InlineData("204 No Content", "the server answers 204 No Content, without the file")]
    [InlineData("205 Reset Content", "the server answers 205 Reset Content, without the file")]
    [InlineData("202 Accepted", "the server answers 202 Accepted, without the file")]
    [InlineData("300 Multiple Choices", "the server answers 300 Multiple Choices, without the file")]
    [InlineData("304 Not Modified", "the server answers 304 Not Modified, without the file")]
    [InlineData("403 Forbidden", "the server answers 403 Forbidden")]
    [InlineData("404 Not Found", "the server answers 404 Not Found")]
    [InlineData("416 Range Not Satisfiable", "the server answers 416 Range Not Satisfiable, although the whole file was asked for")]
    public async Task Fetch_AnswerThatIsNotTheFile_GivesUpAtOnce(string status, string words)
    {
        using LocalServer server = new((_, _) => Empty(status));
        await ExpectFailureAtOnce(server, words);
        AssertNothing();
    }

    [Fact]
    public async Task Fetch_NotFoundLater_KeepsWhatCame()
    {
        File.WriteAllBytes(PartPath, TheFile[..1000]);
        using LocalServer server = new((_, _) => Empty("404 Not Found"));
        await ExpectFailureAtOnce(server, "404 Not Found");

        Assert.Equal(TheFile[..1000], File.ReadAllBytes(PartPath));
    }

    [Fact]
    public async Task Fetch_ServerThatStaysInTrouble_LeavesNothing()
    {
        using LocalServer server = new((_, _) => Empty("503 Service Unavailable"));
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.EndsWith("the server answers 503 Service Unavailable, 3 times in a row", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
        AssertNothing();
    }

    [Fact]
    public async Task Fetch_NobodyListens_LeavesNothing()
    {
        LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        server.Dispose();
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains("Connection refused (127.0.0.1:", failure.Message, StringComparison.Ordinal);
        AssertNothing();
    }

    [Theory]
    [InlineData("Content-Length: 299999", null)]
    [InlineData("Content-Length: 300001", null)]
    [InlineData("Content-Length: 0", null)]
    [InlineData("Content-Range: bytes 1000-299999/300001", "206 Partial Content")]
    [InlineData("Content-Range: bytes */999", "416 Range Not Satisfiable")]
    public async Task Fetch_FileOfAnotherSize_IsRefusedBeforeItIsFetched(string header, string? status)
    {
        if (status is not null)
        {
            File.WriteAllBytes(PartPath, TheFile[..1000]);
        }

        string[] headers = status is null ? [header] : [header, "Content-Length: 0"];
        using LocalServer server = new((_, _) => new Answer(status ?? "200 OK", headers, []));
        await ExpectFailureAtOnce(server, "bytes, but file has 300,000; it was not fetched");

        Assert.Equal(status is not null, File.Exists(PartPath));
    }

    [Fact]
    public async Task Fetch_LongerFileOfUntoldLength_IsRefusedWhenItIsLonger()
    {
        using LocalServer server = new((_, _) => new Answer("200 OK", [], [.. TheFile, 0]));
        await ExpectFailureAtOnce(server, "more than the 300,000 bytes of file; what came was removed");
        AssertNothing();
    }

    [Fact]
    public async Task Fetch_FileOfUntoldLength_IsTaken()
    {
        using LocalServer server = new((_, _) => new Answer("200 OK", [], TheFile));
        await Fetch(server);
        AssertOnlyTheFile();
    }

    [Fact]
    public async Task Fetch_CompressedFile_IsRefused()
    {
        using LocalServer server = new((_, _) => new Answer("200 OK", ["Content-Encoding: gzip", "Content-Length: 300000"], []));
        await ExpectFailureAtOnce(server, "compressed (gzip)");
        AssertNothing();
    }

    [Fact]
    public async Task Fetch_PartThatWasNotAskedFor_IsRefused()
    {
        using LocalServer server = new((_, _) => Answer.Of(TheFile, 500));
        await ExpectFailureAtOnce(server, "another part of the file than the one asked for");
        AssertNothing();
    }

    private sealed class CancellingProgress(CancellationTokenSource source) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value > 0)
            {
                source.Cancel();
            }
        }
    }
}
