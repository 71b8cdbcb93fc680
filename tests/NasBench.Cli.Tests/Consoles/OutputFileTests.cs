namespace NasBench.Cli.Tests.Consoles;

public class OutputFileTests
{
    [Fact]
    public void Complete_ReplacesTheFile()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["x"], "old");
        using (OutputFile file = new(folder["x"]))
        {
            file.Output.Write("new");
            file.Complete();
        }

        Assert.Equal("new", File.ReadAllText(folder["x"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesTheOldFile()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["x"], "old");
        using (OutputFile file = new(folder["x"]))
        {
            file.Output.Write(new string('n', 200_000));
        }

        Assert.Equal("old", File.ReadAllText(folder["x"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.FullPath));
    }

    [Fact]
    public void Complete_SymbolicLink_WritesItsTarget()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["target"], "old");
        File.CreateSymbolicLink(folder["link"], folder["target"]);
        using (OutputFile file = new(folder["link"]))
        {
            file.Output.Write("new");
            file.Complete();
        }

        Assert.Equal("new", File.ReadAllText(folder["target"]));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
    }

    [Fact]
    public void Complete_Device_IsWrittenDirectly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such devices on Windows");
        using (OutputFile file = new("/dev/null"))
        {
            file.Output.Write("gone");
            file.Complete();
        }

        Assert.False(new FileInfo("/dev/null").Attributes.HasFlag(FileAttributes.Directory));
        Assert.Empty(File.ReadAllText("/dev/null"));
    }

    [Fact]
    public void Constructor_Folder_Fails()
    {
        using TemporaryFolder folder = new();

        CommandException failure = Assert.Throws<CommandException>(() => new OutputFile(folder.FullPath));
        Assert.Equal(ExitCode.OutputFailed, failure.Code);
    }
}
