namespace NasBench.Data;

/// <summary>How to load a TFRecord file, as <see cref="Dataset.Open"/> was told.</summary>
/// <param name="IsLenient">Whether faulty records are skipped and counted.</param>
/// <param name="Source">Where the file's bytes come from.</param>
/// <param name="MaxThreads">The most threads that load, the caller's included, at least 1.</param>
internal readonly record struct LoadingRules(bool IsLenient, TfRecordSource Source, int MaxThreads);
