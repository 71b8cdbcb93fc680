namespace NasBench.Core.Tests.Json;

/// <summary>What a program might keep of a search: cells and hashes as members, in a list and as keys.</summary>
public sealed record Found(Cell Best, ModuleHash Hash, IReadOnlyList<Cell> Others, Cell? Missing)
{
    public Dictionary<Cell, double> ByCell { get; init; } = [];

    public Dictionary<ModuleHash, Cell> ByHash { get; init; } = [];
}
