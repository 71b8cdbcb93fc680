using System.Diagnostics;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Files;

/// <summary>Names say nothing about what they stand for.</summary>
public sealed class FileKindsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_FilesAndFolders_AreTold()
    {
        File.WriteAllText(_folder["file"], "");

        Assert.Equal(FileKind.Regular, FileKinds.Of(_folder["file"]));
        Assert.Equal(FileKind.Folder, FileKinds.Of(_folder.FullPath));
        Assert.Equal(FileKind.Missing, FileKinds.Of(_folder["missing"]));
        Assert.Equal(FileKind.Missing, FileKinds.Of(Path.Combine(_folder["file"], "below")));
    }

    [Fact]
    public void Of_PipesAndDevices_AreTold()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such files");
        File.CreateSymbolicLink(_folder["null"], "/dev/null");

        Assert.Equal(FileKind.Device, FileKinds.Of("/dev/null"));
        Assert.Equal(FileKind.Device, FileKinds.Of(_folder["null"]));
        Assert.Equal(FileKind.Pipe, FileKinds.Of(MakePipe()));
    }

    [Fact]
    public void Of_FileInTheFolderOfDevices_IsAFile()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "needs a file system in memory");
        string path = Path.Combine("/dev/shm", Path.GetRandomFileName());
        try
        {
            File.WriteAllText(path, "");
            Assert.Equal(FileKind.Regular, FileKinds.Of(path));
            Assert.False(WriteTarget.Find(path).IsStream);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task AtomicFile_Pipe_IsWrittenAsItStands()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such files");
        string pipe = MakePipe();
        Task<string> read = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);
        string text = new('x', 3_000_000);
        using (AtomicFile file = new(pipe, canStream: true))
        {
            Assert.False(file.Stream.CanSeek);
            file.Stream.Write("begin"u8);
            file.Stream.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Stream.Write("end"u8);
            Assert.Throws<NotSupportedException>(() => file.Stream.Position = 0);
            Assert.Equal(3_000_008, file.Complete());
        }

        Assert.Equal($"begin{text}end", await read);
        Assert.Equal(FileKind.Pipe, FileKinds.Of(pipe));
        Assert.Single(Directory.GetFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public void AtomicFile_PipeForAFormatThatGoesBack_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such files");
        Assert.Contains("it is a pipe or a device", Assert.Throws<IOException>(() => new AtomicFile(MakePipe())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AtomicFile_SymbolicLink_IsFollowed()
    {
        File.WriteAllText(_folder["target"], "old");
        File.CreateSymbolicLink(_folder["link"], _folder["target"]);
        using (AtomicFile file = new(_folder["link"]))
        {
            file.Stream.Write("new"u8);
            file.Complete();
        }

        Assert.Equal("new", File.ReadAllText(_folder["target"]));
        Assert.NotNull(new FileInfo(_folder["link"]).LinkTarget);
    }

    [Fact]
    public void TemporaryFiles_DeleteAll_LeavesNoneThatIsInUse()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "open files stay there");
        File.WriteAllText(_folder["given up"], "");
        TemporaryFiles.Add(_folder["given up"]);
        File.WriteAllText(_folder["finished"], "");
        TemporaryFiles.Add(_folder["finished"]);
        TemporaryFiles.Remove(_folder["finished"]);
        Directory.CreateDirectory(_folder["folder"]);
        File.WriteAllText(Path.Combine(_folder["folder"], "x"), "");
        TemporaryFiles.Add(_folder["folder"]);

        TemporaryFiles.Delete(path => path.StartsWith(_folder.FullPath, StringComparison.Ordinal));

        Assert.Equal([_folder["finished"]], Directory.GetFileSystemEntries(_folder.FullPath));
    }

    private string MakePipe()
    {
        using Process process = Process.Start("mkfifo", [_folder["pipe"]]);
        process.WaitForExit();
        return _folder["pipe"];
    }
}
