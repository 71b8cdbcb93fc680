namespace NasBench.Bench;

/// <summary>One measured row. Times are nanoseconds an item, medians of all rounds.</summary>
/// <param name="Name">The row.</param>
/// <param name="Unit">What an item is.</param>
/// <param name="Nanoseconds">Ours.</param>
/// <param name="PlainNanoseconds">The straightforward way.</param>
/// <param name="FloorNanoseconds">The floor.</param>
/// <param name="AllocatedBytes">Bytes that one run of ours allocates.</param>
public sealed record BenchRow(string Name, string Unit, double Nanoseconds, double PlainNanoseconds, double FloorNanoseconds, long AllocatedBytes)
{
    /// <summary>The part of the items that a run of ours does; below 1 on a slow machine.</summary>
    public double Part { get; init; } = 1;

    /// <summary>The part of its items that a run of the straightforward way does; the rest is scaled.</summary>
    public double PlainPart { get; init; } = 1;

    /// <summary>From the fastest to the slowest run of ours, as a part of the median.</summary>
    public double Spread { get; init; }

    /// <summary>Runs of each way.</summary>
    public int Rounds { get; init; }

    /// <summary>How many times faster than the straightforward way.</summary>
    public double StraightforwardRatio => PlainNanoseconds / Nanoseconds;

    /// <summary>How many times slower than the floor.</summary>
    public double FloorRatio => Nanoseconds / FloorNanoseconds;
}
