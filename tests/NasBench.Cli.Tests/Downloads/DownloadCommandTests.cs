using Answer = NasBench.Cli.Tests.Downloads.LocalServer.Answer;

namespace NasBench.Cli.Tests.Downloads;

public sealed class DownloadCommandTests : DownloadTests
{
    [Fact]
    public void Command_FileOfAnotherSize_IsExitCodeFour()
    {
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        Cli.Run("download", "only108", "--to", Folder["new"], "--url", server.Address.ToString())
            .ExpectFailure(ExitCode.OutputFailed, "the file there has 300,000 bytes, but nasbench_only108.tfrecord has 522,767,376; it was not fetched");

        Assert.Empty(Directory.GetFileSystemEntries(Folder["new"]));
    }

    [Fact]
    public void Command_BadRedirect_IsExitCodeFour()
    {
        using LocalServer server = new((_, _) => Redirect("http://"));
        Cli.Run("download", "only108", "--to", Folder["new"], "--url", server.Address.ToString())
            .ExpectFailure(ExitCode.OutputFailed, "which is not an address");

        Assert.Empty(Directory.GetFileSystemEntries(Folder["new"]));
    }

    [Fact]
    public void Command_PartThatIsASymbolicLink_IsExitCodeFour()
    {
        File.CreateSymbolicLink(Folder["nasbench_full.tfrecord.part"], Folder["target"]);
        Cli.Run("download", "full", "--to", Folder.FullPath, "--url", "http://127.0.0.1:1/")
            .ExpectFailure(ExitCode.OutputFailed, "is a symbolic link, which is not followed");

        Assert.False(File.Exists(Folder["target"]));
    }

    [Fact]
    public void Command_FileThatIsAFolder_IsRefusedBeforeItIsFetched()
    {
        Directory.CreateDirectory(Folder["nasbench_full.tfrecord"]);
        using LocalServer server = new((_, start) => Answer.Of(TheFile, start));
        Cli.Run("download", "full", "--to", Folder.FullPath, "--url", server.Address.ToString())
            .ExpectFailure(ExitCode.OutputFailed, "it is a folder");

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Command_Interrupted_TellsThatTheSameCommandContinues()
    {
        using CancellationTokenSource source = new();
        using LocalServer server = new((_, _) =>
        {
            source.CancelAfter(TimeSpan.FromMilliseconds(300));
            return new Answer("200 OK", ["Content-Length: 522767376"], TheFile[..50_000]) { Stalls = true };
        });
        CliResult result = new Cli { Cancellation = source.Token }.With("download", "only108", "--to", Folder.FullPath, "--url", server.Address.ToString());

        Assert.Equal(ExitCode.Interrupted, result.Code);
        Assert.Equal("nasbench: interrupted; the same command continues the download after the 50,000 bytes that came\n", result.Error);
        Assert.Equal(TheFile[..50_000], File.ReadAllBytes(Folder["nasbench_only108.tfrecord.part"]));
    }

    [Fact]
    public void Command_InterruptedBeforeAByteCame_LeavesNothing()
    {
        using CancellationTokenSource source = new();
        using LocalServer server = new((_, _) =>
        {
            source.CancelAfter(TimeSpan.FromMilliseconds(100));
            return new Answer("200 OK", ["Content-Length: 522767376"], []) { Stalls = true };
        });
        CliResult result = new Cli { Cancellation = source.Token }.With("download", "only108", "--to", Folder["new"], "--url", server.Address.ToString());

        Assert.Equal(ExitCode.Interrupted, result.Code);
        Assert.Empty(result.Error);
        Assert.Empty(Directory.GetFileSystemEntries(Folder["new"]));
    }

    [Theory]
    [InlineData("everything", "http://127.0.0.1/x")]
    [InlineData("full", "ftp://127.0.0.1/x")]
    [InlineData("full", "nowhere")]
    public void Command_WrongWords_IsWrongUsage(string name, string address) =>
        Cli.Run("download", name, "--to", Folder.FullPath, "--url", address)
            .ExpectFailure(ExitCode.Usage, name == "full" ? "--url" : "expected only108 or full");
}
