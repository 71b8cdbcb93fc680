using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace NasBench.Data;

/// <summary>Tells what a name in the file system stands for: by asking the system, not by the name.</summary>
internal static partial class FileKinds
{
    private const int FormatMask = 0xF000;
    private const int Fifo = 0x1000, CharacterDevice = 0x2000, FolderFormat = 0x4000, BlockDevice = 0x6000, RegularFormat = 0x8000, SocketFormat = 0xC000;

    /// <summary>What a path leads to. It opens nothing, so it never waits.</summary>
    /// <param name="path">The path, which must not be empty.</param>
    public static FileKind Of(string path) => OperatingSystem.IsWindows() ? OfWindows(path) : OfUnix(path);

    /// <summary>Whether bytes come only one after the other there: a pipe, a socket or a device.</summary>
    public static bool IsStream(this FileKind kind) => kind is FileKind.Pipe or FileKind.Socket or FileKind.Device;

    private static FileKind OfWindows(string path) => Directory.Exists(path) ? FileKind.Folder : File.Exists(path) ? FileKind.Regular : FileKind.Missing;

    [UnsupportedOSPlatform("windows")]
    private static FileKind OfUnix(string path)
    {
        FileStatus status = default;
        if (Stat(path, ref status) != 0)
        {
            return FileKind.Missing;
        }

        return (status.Mode & FormatMask) switch
        {
            RegularFormat => FileKind.Regular,
            FolderFormat => FileKind.Folder,
            Fifo => FileKind.Pipe,
            SocketFormat => FileKind.Socket,
            CharacterDevice or BlockDevice => FileKind.Device,
            _ => FileKind.Missing,
        };
    }

    /// <summary>
    /// The runtime's own way to <c>stat</c>, whose answer has the same layout on every system; that of the C library differs from one to the next.
    /// </summary>
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int Stat(string path, ref FileStatus status);

    /// <summary>The beginning of the answer, and more room than the rest takes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct FileStatus
    {
        public int Flags;
        public int Mode;
        public Rest Rest;
    }

    [InlineArray(64)]
    private struct Rest
    {
        private long _first;
    }
}
