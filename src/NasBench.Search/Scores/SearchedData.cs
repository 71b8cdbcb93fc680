using NasBench.Data;

namespace NasBench.Search;

/// <summary>What is told of the data set that a search ran against.</summary>
/// <param name="Provenance">Where its values come from.</param>
/// <param name="Fingerprint">The hash of its values, <see cref="DataFingerprint"/>; empty where nobody asked for it.</param>
/// <param name="Cells">The number of its cells.</param>
/// <param name="Epochs">Its numbers of epochs, ascending.</param>
/// <param name="Optima">Its best values, one for each <see cref="RegretKind"/>.</param>
public sealed record SearchedData(Provenance Provenance, string Fingerprint, int Cells, IReadOnlyList<int> Epochs, IReadOnlyList<double> Optima)
{
    /// <summary>What hypervolumes are measured by; null where the search has one objective.</summary>
    public ObjectiveScale? Scale { get; init; }

    /// <summary>Describes a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="optima">Its best values.</param>
    /// <param name="provenance">Where its values come from.</param>
    /// <param name="fingerprint">The hash of its values.</param>
    public static SearchedData Create(Dataset data, Optima optima, Provenance provenance, string fingerprint = "")
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optima);
        return new SearchedData(
            provenance, fingerprint, data.CellCount, data.Epochs.ToArray(), [.. Enum.GetValues<RegretKind>().Select(kind => optima[kind])]);
    }
}
