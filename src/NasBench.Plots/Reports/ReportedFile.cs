using NasBench.Data;

namespace NasBench.Plots;

/// <summary>What a report says of the file that it is about.</summary>
/// <param name="Name">Its name, or <c>builtin</c>.</param>
/// <param name="Format">The name of its format.</param>
/// <param name="Bytes">Its length; null where it is no file.</param>
/// <param name="Repeats">The most repeats of a cell.</param>
/// <param name="Provenance">Where its values come from.</param>
public sealed record ReportedFile(string Name, string Format, long? Bytes, int Repeats, Provenance Provenance);
