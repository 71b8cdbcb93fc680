namespace NasBench.Cli.Bench.Straightforward;

/// <summary>A data set as a dictionary from hash to entry, and queries on it.</summary>
internal sealed class StraightforwardTable
{
    public Dictionary<UInt128, StraightforwardEntry> Entries { get; } = [];

    /// <summary>The final metrics of one repeat of a raw cell; null where the cell is invalid or there is no such run.</summary>
    public StraightforwardMetrics? Query(StraightforwardCell cell, int epochs, int repeat) =>
        StraightforwardLocator.TryHash(cell, out UInt128 hash)
        && Entries.TryGetValue(hash, out StraightforwardEntry? entry)
        && entry.Runs.TryGetValue(epochs, out List<StraightforwardRun>? runs)
        && repeat < runs.Count
            ? runs[repeat].Final with { }
            : null;
}
