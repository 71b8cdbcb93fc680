using Microsoft.Win32.SafeHandles;

namespace NasBench.Cli;

/// <summary>
/// Tells whether a failure comes from a limit on open files (<c>ulimit -n</c>). It can strike anywhere, because the runtime opens its own libraries when they
/// are first used, and it looks like something else then: a missing file, a scheduler that fails.
/// </summary>
internal static class FileHandles
{
    /// <summary>What it is, in words.</summary>
    public const string Message = "too many open files: the limit on them (ulimit -n) is too low for this command";

    /// <summary>So many are closed again at most while a failure finds its way up.</summary>
    private const int Spare = 8;

    /// <summary>Whether a failure is that a library of the program cannot be opened, and not that a file of the user is missing.</summary>
    public static bool IsMissingLibrary(Exception failure) =>
        (failure is FileNotFoundException { FileName: { } missing } && missing.Contains(", Version=", StringComparison.Ordinal))
        || failure is FileLoadException;

    /// <summary>Whether hardly any more file can be opened.</summary>
    public static bool AreExhausted()
    {
        SafeFileHandle?[] handles = new SafeFileHandle?[Spare];
        try
        {
            for (int i = 0; i < handles.Length && !OperatingSystem.IsWindows(); i++)
            {
                handles[i] = File.OpenHandle("/dev/null");
            }

            return false;
        }
        catch (IOException)
        {
            return true;
        }
        finally
        {
            foreach (SafeFileHandle? handle in handles)
            {
                handle?.Dispose();
            }
        }
    }
}
