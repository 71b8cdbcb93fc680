namespace NasBench.Cli;

/// <summary>What names a cell: the graph itself, or its module hash; where both are given, they must agree.</summary>
/// <param name="Graph">The graph as given.</param>
/// <param name="Hash">The module hash.</param>
/// <param name="Missing">Why the first digits of a hash name no cell; then there is neither graph nor hash.</param>
internal sealed record CellReference(GivenCell? Graph, ModuleHash? Hash, NoAnswer? Missing = null);
