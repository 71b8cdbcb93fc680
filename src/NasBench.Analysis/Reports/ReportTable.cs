namespace NasBench.Analysis;

/// <summary>A table for people to read. All columns but the first hold numbers, as text.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Headings">The headings of the columns.</param>
/// <param name="Rows">The rows; a value that there is not is a dash.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);
