using NasBench.Data;

namespace NasBench.Cli;

/// <summary>Opens files that are read from their beginning to their end, whatever they are: files, pipes, devices.</summary>
internal static class InputFile
{
    /// <summary>Opens a file once. Opening and reading a pipe ends with the cancellation.</summary>
    /// <exception cref="IOException">It is missing, a folder or closed, or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream Open(string path, CancellationToken cancellation)
    {
        if (Descriptors.TryParse(path, out int descriptor) && !Descriptors.IsInherited(descriptor))
        {
            throw new IOException("it is closed");
        }

        return FileKinds.Of(path) switch
        {
            FileKind.Folder => throw new IOException("it is a folder"),
            FileKind.Regular or FileKind.Missing => OpenNow(),
            _ => new InterruptibleStream(Interruptible.Run(OpenNow, cancellation), cancellation),
        };

        FileStream OpenNow() => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    }
}
