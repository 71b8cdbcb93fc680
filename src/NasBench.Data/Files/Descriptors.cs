using System.Globalization;
using System.Runtime.InteropServices;

namespace NasBench.Data;

/// <summary>The files that this process was started with: standard input, output and error, and what a shell puts into <c>/dev/fd</c>.</summary>
internal static partial class Descriptors
{
    public const int Input = 0;
    public const int Output = 1;
    public const int Error = 2;

    private const int GetFlags = 1;
    private const int ClosedOnExecute = 1;

    /// <summary>Whether a path names a descriptor of this process, as <c>/dev/stdout</c> and <c>/dev/fd/3</c> do on Unix.</summary>
    public static bool TryParse(string path, out int descriptor)
    {
        descriptor = -1;
        if (OperatingSystem.IsWindows() || string.IsNullOrEmpty(path))
        {
            return false;
        }

        string full = Path.GetFullPath(path);
        descriptor = full switch
        {
            "/dev/stdin" => Input,
            "/dev/stdout" => Output,
            "/dev/stderr" => Error,
            _ => -1,
        };
        return descriptor >= 0
            || TryParse(full, "/dev/fd/", out descriptor)
            || TryParse(full, "/proc/self/fd/", out descriptor)
            || TryParse(full, string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/"), out descriptor);
    }

    /// <summary>
    /// Whether a descriptor was open when the process was started. If it was not, the runtime may have opened a file of its own under that number. Such a file
    /// is closed when another program is executed; one that was handed on by executing this program cannot be.
    /// </summary>
    public static bool IsInherited(int descriptor)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        int flags = NativeControl(descriptor, GetFlags);
        return flags >= 0 && (flags & ClosedOnExecute) == 0;
    }

    private static bool TryParse(string path, string folder, out int descriptor)
    {
        descriptor = -1;
        return path.StartsWith(folder, StringComparison.Ordinal)
            && int.TryParse(path.AsSpan(folder.Length), NumberStyles.None, CultureInfo.InvariantCulture, out descriptor);
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NativeControl(int descriptor, int command);
}
