using NasBench.Data;

namespace NasBench.Cli.Conversions;

/// <summary>What is converted.</summary>
/// <param name="Data">The data set.</param>
/// <param name="Provenance">Where its values come from.</param>
/// <param name="Source">The file that it comes from, as a compact file names it; null for the built-in data set.</param>
internal sealed record ConversionInput(Dataset Data, Provenance Provenance, CompactSource? Source);
