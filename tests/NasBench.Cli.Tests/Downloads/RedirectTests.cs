using Answer = NasBench.Cli.Tests.Downloads.LocalServer.Answer;

namespace NasBench.Cli.Tests.Downloads;

public sealed class RedirectTests : DownloadTests
{
    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task Fetch_Redirect_IsFollowedWithTheRange(string status)
    {
        File.WriteAllBytes(PartPath, TheFile[..1000]);
        using LocalServer server = new((number, start) => number == 0 ? Redirect("elsewhere?a=b", status) : Answer.Of(TheFile, start));
        await Fetch(server);

        AssertOnlyTheFile();
        Assert.Equal([1000, 1000], server.Requests);
        Assert.Empty(Warnings);
    }

    [Theory]
    [InlineData("", "without saying where to")]
    [InlineData("Location: ", "without saying where to")]
    [InlineData("Location: http://", "redirects to 'http://', which is not an address")]
    [InlineData("Location: http://127.0.0.1:99999/x", "which is not an address")]
    [InlineData("Location: http://[::1/x", "which is not an address")]
    [InlineData("Location: ftp://127.0.0.1/x", "redirects to 'ftp://127.0.0.1/x'; only http:// and https:// are followed")]
    [InlineData("Location: file:///etc/hostname", "only http:// and https:// are followed")]
    [InlineData("Location: javascript:alert(1)", "only http:// and https:// are followed")]
    [InlineData("Location: /file", "redirects in a circle")]
    public async Task Fetch_BadRedirect_GivesUpAtOnce(string header, string words)
    {
        using LocalServer server = new((_, _) => new Answer("302 Found", [header.Length == 0 ? "X-Nothing: 1" : header, "Content-Length: 0"], []));
        await ExpectFailureAtOnce(server, words);
        AssertNothing();
    }

    [Theory]
    [InlineData("http://xn--/")]
    [InlineData("http://a..b/")]
    [InlineData("http://0.0.0.0.0.0/")]
    [InlineData("http://%00/")]
    [InlineData("http://*/")]
    [InlineData("http://127.0.0.1:0/")]
    [InlineData("http://\u00ff\u00fe/")]
    public void Fetch_RedirectToAnImpossibleAddress_IsTheServersFailure(string location)
    {
        using LocalServer server = new((_, _) => Redirect(location));
        DownloadOptions once = Hasty with { MostFruitlessAttempts = 1 };
        DownloadException failure = Assert.Throws<DownloadException>(() => Fetch(server, once).GetAwaiter().GetResult());

        Assert.StartsWith(server.Address.AbsoluteUri, failure.Message, StringComparison.Ordinal);
        AssertNothing();
    }

    [Fact]
    public async Task Fetch_RedirectsInACircleOfTwo_GivesUpAtOnce()
    {
        using LocalServer server = new((number, _) => Redirect(number % 2 == 0 ? "/b" : "/file"));
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains("redirects in a circle", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Fetch_RedirectsWithoutEnd_GivesUpAtOnce()
    {
        using LocalServer server = new((number, _) => Redirect($"/{number}"));
        DownloadException failure = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server));

        Assert.Contains("redirects more than 10 times", failure.Message, StringComparison.Ordinal);
        Assert.Equal(11, server.Requests.Count);
        Assert.Empty(Warnings);
    }
}
