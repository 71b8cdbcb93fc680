namespace NasBench.TestUtilities;

/// <summary>Asserts how many bytes of managed memory the calling thread allocates.</summary>
public static class AllocationAssert
{
    private const int WarmUps = 3;

    /// <summary>Runs the action until it is warm (tables built, code compiled), then once more, and expects no allocation from that run.</summary>
    public static void AllocatesNothing(Action action) => Allocates(0, action);

    /// <summary>Runs the action until it is warm, then once more, and expects exactly this many bytes from that run.</summary>
    public static void Allocates(long expectedBytes, Action action)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated == expectedBytes, $"allocated {allocated} bytes, expected {expectedBytes}");
    }
}
