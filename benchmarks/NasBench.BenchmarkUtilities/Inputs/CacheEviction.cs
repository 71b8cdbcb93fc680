namespace NasBench.BenchmarkUtilities;

/// <summary>Pushes everything else out of the caches of a core, so that a first use can be measured.</summary>
public static class CacheEviction
{
    /// <summary>More than the largest cache that a core can reach on most machines.</summary>
    private const int Bytes = 128 << 20;

    private const int LineBytes = 64;

    private static readonly byte[] s_bytes = new byte[Bytes];

    /// <summary>Writes to every line of a large buffer.</summary>
    public static void Run()
    {
        for (int i = 0; i < s_bytes.Length; i += LineBytes)
        {
            s_bytes[i]++;
        }
    }
}
