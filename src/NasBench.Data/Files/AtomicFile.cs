using Microsoft.Win32.SafeHandles;

namespace NasBench.Data;

/// <summary>
/// A file that appears whole or not at all: written under a temporary name in the same folder, flushed to the disk, renamed by <see cref="Complete"/>.
/// Disposing without completing removes it and leaves an older file of the name as it was. A symbolic link is followed, not replaced.
/// </summary>
/// <remarks>
/// A pipe, a socket, a device or a descriptor of the process (<c>/dev/stdout</c>) is written as it stands, where the caller never has to go back.
/// </remarks>
internal sealed class AtomicFile : IDisposable
{
    private readonly SafeFileHandle? _handle; // null for a stream
    private readonly Stream? _target;         // null for a file
    private readonly bool _isLent;            // the target is a stream of the caller, which stays open
    private bool _ended;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Where to write.</param>
    /// <param name="canStream">Whether what is written comes in its order, byte after byte, and is never read: only then will a pipe or a device do.</param>
    /// <exception cref="IOException">The temporary file cannot be made; the path is a folder; or it is a pipe or a device, and that will not do.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public AtomicFile(string path, bool canStream = false)
    {
        WriteTarget target = WriteTarget.Find(path).Require(canStream);
        Path = target.Path;
        if (target.IsStream)
        {
            TemporaryPath = Path;
            _target = target.OpenStream();
            Stream = new GatheringStream(_target);
            return;
        }

        TemporaryPath = $"{Path}.{System.IO.Path.GetRandomFileName()}.tmp";
        TemporaryFiles.Add(TemporaryPath);
        try
        {
            _handle = File.OpenHandle(TemporaryPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        }
        catch
        {
            TemporaryFiles.Remove(TemporaryPath);
            throw;
        }

        Stream = new GatheringStream(_handle);
    }

    /// <summary>Begins to write into a stream of the caller, at its position. Nothing takes back what was written.</summary>
    /// <param name="target">The stream; it stays open.</param>
    /// <param name="canStream">Whether what is written comes in its order, byte after byte, and is never read: else the stream has to be able to seek.</param>
    /// <exception cref="NotSupportedException">The stream cannot seek, and that will not do.</exception>
    public AtomicFile(Stream target, bool canStream)
    {
        if (!canStream && !target.CanSeek)
        {
            throw new NotSupportedException(
                "The stream cannot seek, and a file of this format is not written from front to back. Write to a path, to a FileStream or to a MemoryStream.");
        }

        Path = "";
        TemporaryPath = "";
        _target = target;
        _isLent = true;
        Stream = new GatheringStream(target, canSeek: !canStream);
    }

    /// <summary>The file that <see cref="Complete"/> makes, as a full path, links followed; or the pipe or device; empty for a stream of the caller.</summary>
    public string Path { get; }

    /// <summary>Where the bytes are until then.</summary>
    public string TemporaryPath { get; }

    /// <summary>What writes into the file.</summary>
    public GatheringStream Stream { get; }

    /// <summary>Flushes to the disk and gives the file its name.</summary>
    /// <returns>The length of the file, or the number of bytes that went to a pipe or device.</returns>
    /// <exception cref="IOException">The disk is full or failed, or the name cannot be taken; nothing is left then.</exception>
    public long Complete()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        try
        {
            Stream.FlushToDisk();
            long length = Stream.Length;
            if (_handle is not null)
            {
                _handle.Dispose();
                File.Move(TemporaryPath, Path, overwrite: true);
                TemporaryFiles.Remove(TemporaryPath);
            }
            else if (_isLent)
            {
                Stream.End();
            }
            else
            {
                _target!.Dispose();
            }

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
        if (!_isLent)
        {
            _target?.Dispose();
        }

        if (_handle is not null)
        {
            _handle.Dispose();
            File.Delete(TemporaryPath);
            TemporaryFiles.Remove(TemporaryPath);
        }
    }
}
