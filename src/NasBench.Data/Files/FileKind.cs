namespace NasBench.Data;

/// <summary>What a name in the file system stands for, links followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing: there is no such file yet, or it may not be looked at.</summary>
    Missing,

    /// <summary>A file of bytes that can be read and written at any place.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A pipe, with or without a name.</summary>
    Pipe,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A device: a terminal, <c>/dev/null</c>, a disk.</summary>
    Device,
}
