namespace NasBench.Data;

/// <summary>One training of a cell (a <em>repeat</em>): its two evaluations that the original's queries expose.</summary>
/// <param name="Halfway">After half of the epochs. The learning rate is still high there, so it does not compare with the end of a training half as
/// long.</param>
/// <param name="Final">At the end of the training.</param>
public readonly record struct Run(Metrics Halfway, Metrics Final);
