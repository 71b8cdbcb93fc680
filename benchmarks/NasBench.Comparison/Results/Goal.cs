namespace NasBench.Comparison;

/// <summary>What a row is to reach in some builds.</summary>
/// <param name="Row">The row.</param>
/// <param name="Set">The instruction set that the goal is for, with the .NET runtime.</param>
/// <param name="MaxFloor">At most so many times the floor; null for any.</param>
/// <param name="MinStraightforward">At least so many times faster than the straightforward way; null for any.</param>
/// <param name="MaxTotalSeconds">For the whole space; null for any.</param>
/// <param name="MinOneThread">At least so many times faster than the same on one thread; null for any.</param>
internal sealed record Goal(
    string Row, string Set, double? MaxFloor = null, double? MinStraightforward = null, double? MaxTotalSeconds = null, double? MinOneThread = null)
{
    private const double SpaceCells = 423_624;
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>All goals. "full" is a processor with AVX-512.</summary>
    public static IReadOnlyList<Goal> All { get; } =
    [
        new("hash-batch", "full", MaxFloor: 2.5, MinStraightforward: 60),
        new("hash-batch", "avx2", MaxFloor: 2, MinStraightforward: 20),
        new("hash-space", "full", MaxFloor: 1.6),
        new("hash-single", "full", MaxFloor: 1.6, MinStraightforward: 10),
        new("hash-single", "avx2", MaxFloor: 1.6, MinStraightforward: 10),
        new("hash-single", "none", MinStraightforward: 8),
        new("locate-batch", "full", MaxFloor: 1.5, MinStraightforward: 1_000),
        new("query", "full", MaxFloor: 1.5, MinStraightforward: 1_000),
        new("hash-to-index", "full", MinStraightforward: 1),
        new("load", "full", MaxFloor: 2.5, MinStraightforward: 9),
        new("load-two-threads", "full", MinOneThread: 1.6),
        new("enumerate", "full", MaxTotalSeconds: 1),
        new("edit-distance-pair", "full", MinStraightforward: 30),
        new("edit-distance-many", "full", MaxFloor: 1, MinStraightforward: 100),
    ];

    /// <summary>The goal of a measured row; null if it has none.</summary>
    public static Goal? Of(MeasuredRow row) =>
        row.Build == Build.Jit.Name ? All.FirstOrDefault(goal => goal.Row == row.Name && goal.Set == row.Set) : null;

    /// <summary>Whether a row reaches it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="oneThread">The same on one thread; null where there is none.</param>
    public bool IsMet(MeasuredRow row, MeasuredRow? oneThread = null) =>
        !(row.Floor > MaxFloor)
        && !(row.Straightforward < MinStraightforward)
        && !(row.Nanoseconds * SpaceCells / NanosecondsPerSecond > MaxTotalSeconds)
        && (MinOneThread is null || oneThread?.Nanoseconds / row.Nanoseconds >= MinOneThread);

    /// <summary>In words.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        if (MaxFloor is { } floor)
        {
            parts.Add(FormattableString.Invariant($"≤ {floor}x floor"));
        }

        if (MinStraightforward is { } straightforward)
        {
            parts.Add(FormattableString.Invariant($"≥ {straightforward}x faster"));
        }

        if (MaxTotalSeconds is { } seconds)
        {
            parts.Add(FormattableString.Invariant($"≤ {seconds} s in all"));
        }

        if (MinOneThread is { } threads)
        {
            parts.Add(FormattableString.Invariant($"≥ {threads}x one thread"));
        }

        return string.Join(", ", parts);
    }
}
