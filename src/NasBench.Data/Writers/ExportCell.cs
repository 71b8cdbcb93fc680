namespace NasBench.Data;

/// <summary>What all records of a cell have in common.</summary>
/// <param name="Hash">Module hash.</param>
/// <param name="Graph">The graph that the data set holds.</param>
/// <param name="TrainableParameters">Trainable parameters; null where the data set lacks them.</param>
internal readonly record struct ExportCell(ModuleHash Hash, Cell Graph, int? TrainableParameters);
