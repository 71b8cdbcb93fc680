using Microsoft.Win32.SafeHandles;

namespace NasBench.Data;

/// <summary>
/// A file that appears whole or not at all: written under a temporary name in the same folder, flushed to the disk, renamed by <see cref="Complete"/>.
/// Disposing without completing removes it and leaves an older file of the name as it was.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private bool _ended;

    /// <summary>Begins a file.</summary>
    /// <exception cref="IOException">The temporary file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public AtomicFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        TemporaryPath = $"{Path}.{System.IO.Path.GetRandomFileName()}.tmp";
        _handle = File.OpenHandle(TemporaryPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        Stream = new GatheringStream(_handle);
    }

    /// <summary>The file that <see cref="Complete"/> makes, as a full path.</summary>
    public string Path { get; }

    /// <summary>Where the bytes are until then.</summary>
    public string TemporaryPath { get; }

    /// <summary>What writes into the file.</summary>
    public GatheringStream Stream { get; }

    /// <summary>Flushes to the disk and gives the file its name.</summary>
    /// <returns>The length of the file.</returns>
    /// <exception cref="IOException">The disk is full or failed, or the name cannot be taken; nothing is left then.</exception>
    public long Complete()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        try
        {
            Stream.FlushToDisk();
            long length = Stream.Length;
            _handle.Dispose();
            File.Move(TemporaryPath, Path, overwrite: true);
            _ended = true;
            return length;
        }
        finally
        {
            Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        Stream.EndFlush();
        _handle.Dispose();
        File.Delete(TemporaryPath);
    }
}
