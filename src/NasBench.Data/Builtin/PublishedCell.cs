namespace NasBench.Data;

/// <summary>A cell with published measurements.</summary>
/// <param name="Matrix">The stored adjacency matrix, row-major digits.</param>
/// <param name="Operations">The stored operations, separated by commas.</param>
/// <param name="Hash">The module hash.</param>
/// <param name="Runs">The published repeats.</param>
internal sealed record PublishedCell(string Matrix, string Operations, ModuleHash Hash, PublishedRun[] Runs);
