using Answer = NasBench.Cli.Tests.Downloads.LocalServer.Answer;

namespace NasBench.Cli.Tests.Downloads;

public sealed class PartialFileTests : DownloadTests
{
    [Fact]
    public async Task Fetch_PartThatIsASymbolicLink_IsRefused()
    {
        string target = Folder["target"];
        File.WriteAllText(target, "of somebody");
        File.CreateSymbolicLink(PartPath, target);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        IOException failure = await Assert.ThrowsAsync<IOException>(() => Fetch(server));

        Assert.Contains("file.part is a symbolic link", failure.Message, StringComparison.Ordinal);
        Assert.Equal("of somebody", File.ReadAllText(target));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Fetch_PartThatIsALinkToNothing_IsRefused()
    {
        File.CreateSymbolicLink(PartPath, Folder["target"]);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        await Assert.ThrowsAsync<IOException>(() => Fetch(server));

        Assert.False(File.Exists(Folder["target"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fetch_Part_IsForItsOwnerAndTheFileForAllThatTheMaskAllows(bool isThere)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (isThere)
        {
            File.WriteAllBytes(PartPath, TheFile[..1000]);
        }

        File.WriteAllText(Folder["other"], "");
        UnixFileMode? seen = null;
        using LocalServer server = new((_, start) =>
        {
            seen = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(PartPath);
            return Answer.Of(TheFile, start);
        });
        await Fetch(server);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, seen);
        Assert.Equal(File.GetUnixFileMode(Folder["other"]), File.GetUnixFileMode(FilePath));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fetch_TwoAtOnce_TheSecondIsRefused(bool isThere)
    {
        if (isThere)
        {
            File.WriteAllBytes(PartPath, TheFile[..1000]);
        }

        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        using (new PartialFile(FilePath, default))
        {
            IOException failure = await Assert.ThrowsAsync<IOException>(() => Fetch(server));
            Assert.Contains("another", failure.Message, StringComparison.Ordinal);
            Assert.True(File.Exists(PartPath));
        }

        Assert.Empty(server.Requests);
        Assert.Equal(isThere, File.Exists(PartPath));
    }

    [Fact]
    public async Task Fetch_PartThatIsAFolder_IsRefused()
    {
        Directory.CreateDirectory(PartPath);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        IOException failure = await Assert.ThrowsAsync<IOException>(() => Fetch(server));

        Assert.EndsWith("file.part is a folder", failure.Message, StringComparison.Ordinal);
        Assert.True(Directory.Exists(PartPath));
    }
}
