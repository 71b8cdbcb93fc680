using NasBench.Data;

namespace NasBench.Cli.Conversions;

/// <summary>What is converted.</summary>
/// <param name="Data">The data set.</param>
/// <param name="Provenance">Where its values come from.</param>
/// <param name="FindSource">Reads the file that it comes from once more, to describe it as a compact file names it; null for the built-in data set.</param>
internal sealed record ConversionInput(Dataset Data, Provenance Provenance, Func<CompactSource?> FindSource);
