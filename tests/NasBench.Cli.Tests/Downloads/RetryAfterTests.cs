using Answer = NasBench.Cli.Tests.Downloads.LocalServer.Answer;

namespace NasBench.Cli.Tests.Downloads;

public sealed class RetryAfterTests : DownloadTests
{
    [Theory]
    [InlineData("Retry-After: 7", 7, "7 s")]
    [InlineData("Retry-After: 600", 600, "10 minutes")]
    [InlineData("Retry-After: Fri, 02 Jan 2026 03:04:25 GMT", 20, "20 s")]
    public async Task Fetch_RetryAfter_IsHonoured(string header, int seconds, string words)
    {
        InstantClock clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using LocalServer server = new((number, start) => number == 0 ? Empty("503 Service Unavailable", header) : Answer.Of(TheFile, start));
        await Fetch(server, Hasty with { Clock = clock });

        AssertOnlyTheFile();
        Assert.Equal([TimeSpan.FromSeconds(seconds)], clock.Waits);
        Assert.Equal($"the server answers 503 Service Unavailable; trying again in {words}, as the server asks", Assert.Single(Warnings));
    }

    [Fact]
    public async Task Fetch_RetryAfterWithTheServersDate_IsReadByTheServersClock()
    {
        InstantClock clock = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using LocalServer server = new((number, start) => number == 0
            ? Empty("429 Too Many Requests", "Date: Fri, 02 Jan 2026 03:04:05 GMT", "Retry-After: Fri, 02 Jan 2026 03:04:08 GMT")
            : Answer.Of(TheFile, start));
        await Fetch(server, Hasty with { Clock = clock });

        Assert.Equal([TimeSpan.FromSeconds(3)], clock.Waits);
    }

    [Theory]
    [InlineData("Retry-After: 0")]
    [InlineData("Retry-After: -5")]
    [InlineData("Retry-After: soon")]
    [InlineData("Retry-After: Fri, 02 Jan 2015 03:04:25 GMT")]
    public async Task Fetch_RetryAfterThatAsksForNothing_WaitsAsUsual(string header)
    {
        InstantClock clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using LocalServer server = new((number, start) => number == 0 ? Empty("503 Service Unavailable", header) : Answer.Of(TheFile, start));
        await Fetch(server, Hasty with { Clock = clock });

        AssertOnlyTheFile();
        Assert.Equal([Hasty.FirstPause], clock.Waits);
        Assert.DoesNotContain("as the server asks", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("601", "10 minutes")]
    [InlineData("86400", "24 hours")]
    public async Task Fetch_RetryAfterThatIsTooLong_GivesUpAtOnce(string seconds, string words)
    {
        File.WriteAllBytes(PartPath, TheFile[..1000]);
        using LocalServer server = new((_, _) => Empty("503 Service Unavailable", $"Retry-After: {seconds}"));

        string expected = $"asks to wait for {words}, which is too long to wait here; the same command continues after the 1,000 bytes that came";
        await ExpectFailureAtOnce(server, expected);
    }
}
