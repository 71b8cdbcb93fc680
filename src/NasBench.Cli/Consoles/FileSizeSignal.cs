using System.Runtime.InteropServices;

namespace NasBench.Cli;

/// <summary>
/// The signal for a file that becomes larger than the user may make one (<c>ulimit -f</c>): by itself it ends the process and leaves a temporary file behind.
/// Caught, it makes the write fail, which is told like a full disk.
/// </summary>
internal static class FileSizeSignal
{
    /// <summary>SIGXFSZ, for which .NET has no name, on Linux, macOS and the BSDs.</summary>
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    /// <summary>Catches it from now on; null on a system that has no such signal.</summary>
    public static IDisposable? Catch() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(FileSizeExceeded, static context => context.Cancel = true);
}
