namespace NasBench.Data;

/// <summary>
/// The data set that needs no file: the whole space at 4, 12, 36 and 108 epochs, three repeats each. The runs of NAS-Bench-101 that were
/// published one by one are measured, with only the values that were published; all others are made up by <see cref="SyntheticMetrics"/>.
/// </summary>
/// <remarks><see cref="Dataset.TryGetProvenance(int, int, int, out Provenance)"/> tells which is which, run by run.</remarks>
public static class BuiltinDataset
{
    /// <summary>Makes the data set. This costs next to nothing: values are computed when asked for, in a few microseconds each.</summary>
    public static Dataset Create() => new(new OpenedData(new BuiltinStore(PublishedCells.All), Provenance.Mixed, OpenReport.None));

    /// <summary>The same without measurements: what the whole synthetic file holds, without the file.</summary>
    internal static Dataset CreateSynthetic() => new(new OpenedData(new BuiltinStore([]), Provenance.Synthetic, OpenReport.None));
}
