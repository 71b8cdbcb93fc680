using System.Text.Json;

namespace NasBench.Analysis;

/// <summary>What a part of the report on a landscape says.</summary>
/// <param name="WriteValue">Writes the value of the part's member in the JSON document. It may be called any number of times, and writes null for a number
/// that there is not.</param>
/// <param name="Tables">The same to read.</param>
/// <param name="Notes">What the data do not allow to say, and why: a sentence each.</param>
public sealed record PartReport(Action<Utf8JsonWriter> WriteValue, IReadOnlyList<ReportTable> Tables, IReadOnlyList<string> Notes);
