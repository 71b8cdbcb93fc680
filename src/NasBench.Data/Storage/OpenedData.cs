namespace NasBench.Data;

/// <summary>What a reader returns.</summary>
/// <param name="Store">The values.</param>
/// <param name="Provenance">Where they come from, as far as the file says so.</param>
/// <param name="Report">How opening went.</param>
/// <param name="Source">The file that the one read says it was made from; null where it says nothing.</param>
internal sealed record OpenedData(RunStore Store, Provenance Provenance, OpenReport Report, CompactSource? Source = null);
