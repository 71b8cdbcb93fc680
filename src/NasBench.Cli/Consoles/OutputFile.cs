using NasBench.Data;

namespace NasBench.Cli;

/// <summary>
/// A file that appears whole or not at all: written under a temporary name in the same folder, flushed to the disk, renamed by <see cref="Complete"/>.
/// Disposing without completing removes it. A symbolic link is followed, not replaced. Pipes, sockets and devices are written as they stand, and so is
/// <c>/dev/stdout</c>, wherever the shell lets it lead.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly AtomicFile _file;

    /// <summary>Creates the file, under its temporary name.</summary>
    /// <exception cref="CommandException">The name is empty: exit code 2; the file cannot be created: exit code 4.</exception>
    public OutputFile(string path)
    {
        GivenName.Require("-o", path);
        _path = path;
        try
        {
            IsStandardOutput = WriteTarget.Find(path).IsStandardOutput;
            _file = new AtomicFile(path, canStream: true);
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw Explain(path, failure);
        }

        Output = new Utf8Output(_file.Stream, path);
    }

    /// <summary>What writes into the file.</summary>
    public Utf8Output Output { get; }

    /// <summary>The full path of the finished file.</summary>
    public string Target => _file.Path;

    /// <summary>Whether it is standard output under another name, where nothing else should be written then.</summary>
    public bool IsStandardOutput { get; }

    /// <summary>Whether two names are those of one file, symbolic links followed.</summary>
    public static bool AreSame(string path, string other) =>
        FileKinds.Of(path) == FileKind.Regular
        && FileKinds.Of(other) == FileKind.Regular
        && WriteTarget.Find(path) is { IsStream: false } input
        && WriteTarget.Find(other) is { IsStream: false } output
        && input.Path == output.Path;

    /// <summary>Where something that is written whole is to go: the full path, symbolic links followed.</summary>
    /// <param name="path">What the user named.</param>
    /// <param name="canStream">Whether a pipe or a device will do.</param>
    /// <exception cref="IOException">It is a folder, or a pipe or a device that will not do.</exception>
    public static WriteTarget ResolveTarget(string path, bool canStream) => WriteTarget.Find(path).Require(canStream);

    /// <summary>
    /// Whether a failure to write is the file's and not the program's: a file too large for its file system gives an
    /// <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public static bool IsFileFailure(Exception failure) =>
        failure is (IOException and not DataFormatException) or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    /// <summary>What a failure to write becomes: exit code 4 and a line, or a quiet end where it is only that nobody reads the pipe any more.</summary>
    /// <param name="path">What was written to, as the user named it.</param>
    /// <param name="failure">A failure of <see cref="IsFileFailure"/>.</param>
    public static Exception Explain(string path, Exception failure) =>
        failure is ClosedPipeException || (!OperatingSystem.IsWindows() && failure is IOException { HResult: DescriptorStream.BrokenPipe })
            ? new ClosedPipeException()
            : CommandException.Output($"{path}: cannot be written: {Describe(failure)}", failure);

    /// <summary>Flushes to the disk and gives the file its name.</summary>
    /// <exception cref="CommandException">It cannot be written: exit code 4.</exception>
    public void Complete()
    {
        Output.Flush();
        try
        {
            _file.Complete();
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw Explain(_path, failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            // The failure that led here is the one to tell.
        }
    }

    private static string Describe(Exception failure) =>
        failure is ArgumentOutOfRangeException ? "the file is larger than the file system, or a limit of the user (ulimit -f), allows"
        : FileHandles.IsMissingLibrary(failure) && FileHandles.AreExhausted() ? FileHandles.Message
        : failure.Message;
}
