namespace NasBench.Data;

/// <summary>One record of a cell, as the formats with one record per line write it.</summary>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Repeat">The repeat, from 0.</param>
/// <param name="Run">What was measured; NaN where a value is absent.</param>
/// <param name="Provenance">Where the values come from.</param>
internal readonly record struct ExportRow(int Epochs, int Repeat, RecordedRun Run, Provenance Provenance);
