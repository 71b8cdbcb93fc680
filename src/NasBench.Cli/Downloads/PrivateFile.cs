using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NasBench.Cli;

/// <summary>
/// A file that others may neither read nor choose while it is written: it is not opened through a symbolic link, which would let whoever may write
/// into the folder have any file of the user overwritten.
/// </summary>
internal static partial class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybody = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const int ReadWrite = 2;
    private const int LockOrFail = 2 | 4;

    // Constants of Unix differ between systems, O_NOFOLLOW even between processors.
    private static int CloseOnExec => OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;

    private static int NoFollow =>
        !OperatingSystem.IsLinux() ? 0x100
        : RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 or Architecture.Ppc64le ? 0x8000
        : 0x20000;

    private static int TooManyLinks => OperatingSystem.IsLinux() ? 40 : 62;

    private static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>Opens a file for reading and writing, or creates it; nobody else can open it until it is closed.</summary>
    /// <exception cref="IOException">It is a symbolic link or no file at all, another process has it open, or it cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static FileStream Open(string path)
    {
        FileInfo file = new(path);
        if (file.LinkTarget is not null)
        {
            throw Link(path);
        }

        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder");
        }

        if (!file.Exists)
        {
            // Fails if something has come to stand there since, a symbolic link too.
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            return new FileStream(path, options);
        }

        FileStream stream = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() ? new(OpenExisting(path), FileAccess.ReadWrite, bufferSize: 0)
            : new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        if (!stream.CanSeek)
        {
            stream.Dispose();
            throw new IOException($"{path} is not a file");
        }

        SetMode(stream, OwnerOnly);
        return stream;
    }

    /// <summary>Gives a file the permissions that it would have if it had been created without further ado.</summary>
    public static void MakeNormal(FileStream stream)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The mask can only be read by setting it; for this instant it is the strictest that does no harm.
        uint mask = NativeUmask((uint)(Everybody & ~OwnerOnly));
        _ = NativeUmask(mask);
        SetMode(stream, Everybody & (UnixFileMode)~mask);
    }

    private static void SetMode(FileStream stream, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(stream.SafeFileHandle, mode);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Some file systems know no permissions.
        }
    }

    private static SafeFileHandle OpenExisting(string path)
    {
        SafeFileHandle handle = NativeOpen(path, ReadWrite | NoFollow | CloseOnExec);
        int error = Marshal.GetLastPInvokeError();
        if (handle.IsInvalid)
        {
            handle.Dispose();
            throw error == TooManyLinks ? Link(path) : new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(error)}");
        }

        // File systems that know no locks give other errors.
        if (NativeLock(handle, LockOrFail) != 0 && Marshal.GetLastPInvokeError() == WouldBlock)
        {
            handle.Dispose();
            throw new IOException($"another download is writing {path}");
        }

        return handle;
    }

    private static IOException Link(string path) => new($"{path} is a symbolic link, which is not followed; remove it first");

    // The third argument of open, for files that it creates, may not be passed like this on every system; nothing is created here.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle NativeOpen(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int NativeLock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint NativeUmask(uint mask);
}
