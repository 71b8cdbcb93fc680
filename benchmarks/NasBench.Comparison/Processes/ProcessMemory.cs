using System.Diagnostics;
using System.Globalization;

namespace NasBench.Comparison;

/// <summary>The memory of a process at one moment.</summary>
/// <param name="PeakBytes">The most that was resident so far.</param>
/// <param name="PrivateBytes">Resident now and backed by no file.</param>
internal readonly record struct ProcessMemory(long PeakBytes, long PrivateBytes)
{
    private const int KiB = 1024;

    /// <summary>Looks; zeros where the process has ended.</summary>
    public static ProcessMemory Of(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return Parse(File.ReadLines($"/proc/{process.Id}/status"));
            }

            process.Refresh();
            return new ProcessMemory(process.PeakWorkingSet64, process.PrivateMemorySize64);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    /// <summary>Reads what Linux says of a process: lines like <c>VmHWM:     1234 kB</c>.</summary>
    public static ProcessMemory Parse(IEnumerable<string> status)
    {
        long peak = 0;
        long own = 0;
        foreach (string line in status)
        {
            peak = line.StartsWith("VmHWM:", StringComparison.Ordinal) ? Number(line) : peak;
            own = line.StartsWith("RssAnon:", StringComparison.Ordinal) ? Number(line) : own;
        }

        return new ProcessMemory(peak, own);
    }

    private static long Number(string line) =>
        KiB * long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], NumberStyles.None, CultureInfo.InvariantCulture);
}
