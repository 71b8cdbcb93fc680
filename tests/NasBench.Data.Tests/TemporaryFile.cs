namespace NasBench.Data.Tests;

/// <summary>A folder of its own for one file; both are removed at the end.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nasbench-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "data.tfrecord");

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>All that stands in the folder.</summary>
    public string[] FolderContents => [.. _folder.GetFileSystemInfos().Select(entry => entry.Name)];

    public void Dispose() => _folder.Delete(recursive: true);
}
