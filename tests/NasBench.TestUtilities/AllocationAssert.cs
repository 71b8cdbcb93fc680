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

        Undisturbed(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return allocated == expectedBytes ? null : $"allocated {allocated} bytes, expected {expectedBytes}";
        });
    }

    /// <summary>Expects a measurement of allocated bytes to find no fault; one that the garbage collector disturbed is made again.</summary>
    /// <param name="findFault">Measures; tells what is wrong, or null.</param>
    /// <remarks>
    /// A pause that other threads' garbage causes can book what is left of this thread's allocation buffer (up to 8 KB) as allocated. The second pause of a
    /// background collection does, long after that collection was counted, so pauses are what is watched. What the measured code itself allocates is there
    /// in every attempt, also in those without a pause, so no allocation goes unseen.
    /// </remarks>
    public static void Undisturbed(Func<string?> findFault)
    {
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan paused = GC.GetTotalPauseDuration();
            string? fault = findFault();
            if (fault is null)
            {
                return;
            }

            bool isDisturbed = GC.GetTotalPauseDuration() != paused;
            Assert.True(isDisturbed && attempt < MaxAttempts, fault);
        }
    }
}
