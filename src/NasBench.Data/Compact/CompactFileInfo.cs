namespace NasBench.Data;

/// <summary>What the header of a compact file says.</summary>
/// <param name="Version">Version of the format.</param>
/// <param name="Provenance">Where the values come from.</param>
/// <param name="Source">The file that it was made from; null where there was none.</param>
/// <param name="Sections">Its sections, in the order of the file; empty ones are left out.</param>
public sealed record CompactFileInfo(int Version, Provenance Provenance, CompactSource? Source, IReadOnlyList<CompactSection> Sections);
