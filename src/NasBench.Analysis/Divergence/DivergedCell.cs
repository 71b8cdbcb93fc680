namespace NasBench.Analysis;

/// <summary>A cell of which a training diverged.</summary>
/// <param name="Index">Its index in the space.</param>
/// <param name="Hash">Its module hash.</param>
/// <param name="ValidationAccuracies">The validation accuracies of all its repeats, in the order of the file; NaN where the data lack one.</param>
/// <param name="TestAccuracies">The test accuracies of all its repeats.</param>
public sealed record DivergedCell(int Index, ModuleHash Hash, IReadOnlyList<double> ValidationAccuracies, IReadOnlyList<double> TestAccuracies);
