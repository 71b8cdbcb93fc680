namespace NasBench.Search;

/// <summary>A compromise that a run has found: an evaluation that no other one of the run is better than in both objectives.</summary>
/// <param name="Index">The index of the class.</param>
/// <param name="Repeat">The repeat that was seen; -1 for the mean.</param>
/// <param name="ValidationAccuracy">The validation accuracy that the strategy saw.</param>
/// <param name="Second">The second objective that it saw: trainable parameters, or seconds of training.</param>
public readonly record struct FrontPoint(int Index, int Repeat, double ValidationAccuracy, double Second);
