namespace NasBench.TestUtilities;

/// <summary>A new, empty folder outside the repository, removed with all it holds when the test is done.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => FullPath = Directory.CreateTempSubdirectory("nasbench-").FullName;

    /// <summary>Where it is.</summary>
    public string FullPath { get; }

    /// <summary>A path inside the folder.</summary>
    public string this[params ReadOnlySpan<string> parts] => Path.Combine([FullPath, .. parts]);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
