using NasBench.Data;

namespace NasBench.Cli;

/// <summary>
/// A file that appears whole or not at all: written under a temporary name in the same folder, flushed to the disk, renamed by <see cref="Complete"/>.
/// Disposing without completing removes it. Devices (<c>/dev/…</c>) are written directly, and a symbolic link is followed, not replaced.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string? _temporary;
    private readonly FileStream _stream;
    private bool _completed;

    /// <summary>Creates the file, under its temporary name.</summary>
    /// <exception cref="CommandException">It cannot be created: exit code 4.</exception>
    public OutputFile(string path)
    {
        _path = path;
        try
        {
            string target = FollowLinks(path);
            Target = target;
            _temporary = IsDevice(target) ? null : $"{target}.{Path.GetRandomFileName()}.tmp";
            _stream = _temporary is null
                ? new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)
                : new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw Explain(failure);
        }

        Output = new Utf8Output(_stream, path);
    }

    /// <summary>What writes into the file.</summary>
    public Utf8Output Output { get; }

    /// <summary>The full path of the finished file.</summary>
    public string Target { get; }

    /// <summary>Whether two names are those of one file, symbolic links followed.</summary>
    public static bool AreSame(string path, string other) => Path.Exists(path) && !Directory.Exists(path) && FollowLinks(path) == FollowLinks(other);

    /// <summary>
    /// Where a file that someone else writes whole is to go: a symbolic link is followed; a folder or a device is refused,
    /// since the finished file would take its place.
    /// </summary>
    /// <exception cref="IOException">It is a folder or a device.</exception>
    public static string ResolveTarget(string path)
    {
        // Where the links of /dev/stdout lead is the shell's business.
        string target = IsDevice(Path.GetFullPath(path)) ? Path.GetFullPath(path) : FollowLinks(path);
        return IsDevice(target) ? throw new IOException("it is a device; a file is needed") : target;
    }

    /// <summary>
    /// Whether a failure to write is the file's and not the program's: a file too large for its file system gives an
    /// <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public static bool IsFileFailure(Exception failure) =>
        failure is (IOException and not DataFormatException) or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    /// <summary>Flushes to the disk and gives the file its name.</summary>
    /// <exception cref="CommandException">It cannot be written: exit code 4.</exception>
    public void Complete()
    {
        Output.Flush();
        try
        {
            _stream.Flush(flushToDisk: _temporary is not null);
            _stream.Dispose();
            if (_temporary is not null)
            {
                File.Move(_temporary, Target, overwrite: true);
            }

            _completed = true;
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw Explain(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_completed)
        {
            return;
        }

        try
        {
            _stream.Dispose();
            if (_temporary is not null)
            {
                File.Delete(_temporary);
            }
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            // The failure that led here is the one to tell.
        }
    }

    private static string FollowLinks(string path)
    {
        FileInfo file = new(path);
        string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        return Directory.Exists(target) ? throw new IOException("it is a folder") : target;
    }

    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    private CommandException Explain(Exception failure) => CommandException.Output($"{_path}: cannot be written: {failure.Message}", failure);
}
