using NasBench.Data;

namespace NasBench.Bench;

/// <summary>A data set as a dictionary from hash to entry, and queries on it.</summary>
public sealed class StraightforwardTable
{
    /// <summary>The entries by module hash.</summary>
    public Dictionary<UInt128, StraightforwardEntry> Entries { get; } = [];

    /// <summary>The runs of a loaded data set at one number of epochs.</summary>
    public static StraightforwardTable Of(Dataset data, int epochs)
    {
        var table = new StraightforwardTable();
        foreach (int index in data.Indices)
        {
            var entry = new StraightforwardEntry("", "", 0);
            for (int repeat = 0; data.TryGetRun(index, epochs, repeat, out Run run) == QueryStatus.Found; repeat++)
            {
                entry.Add(epochs, new StraightforwardRun(ToObject(run.Halfway), ToObject(run.Final)));
            }

            ModuleHash hash = data.GetHash(index);
            table.Entries.Add(new UInt128(hash.High, hash.Low), entry);
        }

        return table;
    }

    /// <summary>The final metrics of one repeat of a raw cell; null where the cell is invalid or there is no such run.</summary>
    public StraightforwardMetrics? Query(StraightforwardCell cell, int epochs, int repeat) =>
        StraightforwardLocator.TryHash(cell, out UInt128 hash)
        && Entries.TryGetValue(hash, out StraightforwardEntry? entry)
        && entry.Runs.TryGetValue(epochs, out List<StraightforwardRun>? runs)
        && repeat < runs.Count
            ? runs[repeat].Final with { }
            : null;

    /// <summary>Queries raw cells one after the other.</summary>
    public int QueryAll(ReadOnlySpan<StraightforwardCell> cells, int epochs, int repeat, Span<StraightforwardMetrics?> results)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            results[i] = Query(cells[i], epochs, repeat);
        }

        return cells.Length;
    }

    private static StraightforwardMetrics ToObject(Metrics metrics) =>
        new(metrics.TrainingTime, metrics.TrainAccuracy, metrics.ValidationAccuracy, metrics.TestAccuracy);
}
