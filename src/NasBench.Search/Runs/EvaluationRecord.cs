namespace NasBench.Search;

/// <summary>One evaluation of a run, in 24 bytes. Its metrics are those of the data; they are looked up when they are written.</summary>
/// <param name="Seconds">Simulated seconds spent since the start of the run, this evaluation included.</param>
/// <param name="Index">The index of the class; -1 for an invalid cell.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Repeat">The repeat drawn, from 0; -1 for the mean, and for an invalid cell.</param>
/// <param name="IsHalfway">Whether it stopped halfway.</param>
/// <param name="IsFree">Whether it was answered from memory and cost nothing.</param>
/// <param name="IsImprovement">Whether it became the incumbent.</param>
public readonly record struct EvaluationRecord(double Seconds, int Index, int Epochs, short Repeat, bool IsHalfway, bool IsFree, bool IsImprovement);
