namespace NasBench.Data;

/// <summary>Where bytes that are written to a path go, decided by what is there and not by its name.</summary>
/// <param name="Path">The full path; of a file, links followed.</param>
/// <param name="Descriptor">The descriptor of this process that the path names, or -1.</param>
/// <param name="IsStream">Whether it is written as it stands, byte after byte: a pipe, a socket, a device, or a descriptor of this process. Else it is a file,
/// which may not exist yet.</param>
internal sealed record WriteTarget(string Path, int Descriptor, bool IsStream)
{
    /// <summary>Whether it is this process's standard output.</summary>
    public bool IsStandardOutput => Descriptor == Descriptors.Output;

    /// <summary>Finds out where a path leads.</summary>
    /// <exception cref="IOException">It is a folder, a descriptor that is not open, or links lead in a circle.</exception>
    public static WriteTarget Find(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = System.IO.Path.GetFullPath(path);
        FileKind kind = FileKinds.Of(full);
        if (kind == FileKind.Folder)
        {
            throw new IOException("it is a folder");
        }

        if (Descriptors.TryParse(full, out int descriptor))
        {
            return Descriptors.IsInherited(descriptor) ? new WriteTarget(full, descriptor, IsStream: true) : throw new IOException("it is not open");
        }

        if (kind.IsStream())
        {
            return new WriteTarget(full, -1, IsStream: true);
        }

        FileInfo file = new(full);
        string final = file.LinkTarget is null ? full : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        return new WriteTarget(final, -1, IsStream: false);
    }

    /// <summary>Refuses a pipe or a device for a format whose writer goes back, or reads what it wrote.</summary>
    /// <param name="canStream">Whether the bytes of the format are written in their order.</param>
    /// <exception cref="IOException">The target takes bytes in their order only.</exception>
    public WriteTarget Require(bool canStream) =>
        canStream || !IsStream ? this : throw new IOException("it is a pipe or a device; a file of this format needs a place on a disk");

    /// <summary>Opens a target that is a stream; a pipe waits for its reader.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
    public Stream OpenStream() =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException()
        : Descriptor >= 0 ? new DescriptorStream(Descriptor)
        : DescriptorStream.Open(Path);
}
