namespace NasBench.TestUtilities;

/// <summary>Asserts how many bytes of managed memory the calling thread allocates.</summary>
public static class AllocationAssert
{
    private const int WarmUps = 3;

    private const int MaxAttempts = 100;

    /// <summary>Runs the action until it is warm (tables built, code compiled), then once more, and expects no allocation from that run.</summary>
    public static void AllocatesNothing(Action action) => Allocates(0, action);

    /// <summary>Runs the action until it is warm, then once more, and expects exactly this many bytes from that run.</summary>
    public static void Allocates(long expectedBytes, Action action)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            action();
        }

        for (int attempt = 1; ; attempt++)
        {
            int collections = GC.CollectionCount(0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated == expectedBytes)
            {
                return;
            }

            // A collection that another thread causes books what is left of this thread's allocation buffer (up to 8 KB) as allocated. What the action
            // itself allocates is there in every attempt, also in those without a collection.
            bool isDisturbed = GC.CollectionCount(0) != collections && attempt < MaxAttempts;
            Assert.True(isDisturbed, $"allocated {allocated} bytes, expected {expectedBytes}");
        }
    }
}
