using System.Runtime.InteropServices;

namespace NasBench.Data;

/// <summary>Asks the system for pages of 2 MB.</summary>
internal static partial class LargePages
{
    public const int Size = 2 * 1024 * 1024;

    private const int UseLargePages = 14; // MADV_HUGEPAGE

    /// <summary>
    /// Tells the system that all of some memory, which consists of whole large pages, will be used. Only Linux takes such advice; its answer does not matter.
    /// </summary>
    public static void Advise(nuint address, int length)
    {
        if (OperatingSystem.IsLinux())
        {
            Advise(address, (nuint)length, UseLargePages);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nuint address, nuint length, int advice);
}
