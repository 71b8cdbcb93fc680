namespace NasBench.Search;

/// <summary>One evaluation of a run, in 40 bytes. Its metrics are those of the data; they are looked up when they are written.</summary>
/// <param name="Seconds">Simulated seconds spent since the start of the run, this evaluation included.</param>
/// <param name="Cost">Simulated seconds that were paid for it.</param>
/// <param name="Index">The index of the class; -1 for an invalid cell.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="SpentEpochs">Epochs that were paid.</param>
/// <param name="Repeat">The repeat drawn, from 0; -1 for the mean, and for an invalid cell.</param>
/// <param name="IsHalfway">Whether it stopped halfway.</param>
/// <param name="IsFree">Whether it was answered from memory and cost nothing.</param>
/// <param name="IsImprovement">Whether it became the incumbent.</param>
public readonly record struct EvaluationRecord(
    double Seconds, double Cost, int Index, int Epochs, int SpentEpochs, short Repeat, bool IsHalfway, bool IsFree, bool IsImprovement)
{
    /// <summary>The epochs that are paid without any other rule: those that were trained.</summary>
    internal int OwnEpochs => Index < 0 || IsFree ? 0 : IsHalfway ? Epochs / 2 : Epochs;
}
