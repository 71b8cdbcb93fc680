namespace NasBench.Data;

/// <summary>All that one record of a data set holds besides the cell's hash and the number of epochs.</summary>
/// <param name="Run">The evaluations and the total time; NaN where the record lacks a value.</param>
/// <param name="StoredCell">The graph as the record holds it: the class's representative in the official files.</param>
/// <param name="TrainableParameters">The parameter count of the record; null where the record lacks it.</param>
/// <param name="CheckpointPaths">The paths of saved weights; null where the record holds none.</param>
public readonly record struct RecordDetails(RecordedRun Run, Cell StoredCell, int? TrainableParameters, CheckpointPaths? CheckpointPaths);
