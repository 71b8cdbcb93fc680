namespace NasBench.Data;

/// <summary>A measured repeat whose values were published.</summary>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Repeat">The repeat that it stands for in the built-in data set.</param>
/// <param name="Run">The values that were published; NaN for the others.</param>
internal readonly record struct PublishedRun(int Epochs, int Repeat, RecordedRun Run);
