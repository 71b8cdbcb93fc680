using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reading;

/// <summary>A raw seven-vertex cell, what each of its 31 one-step changes leads to, and the distinct hashes among that.</summary>
internal sealed record NeighborVector(
    int Id, string Kind, string Matrix, string[] Ops, string? Hash,
    int NSelf, int NDisconnected, int NTooManyEdges, int NWithMultiplicity, int NUnique, string[] Neighbors, string[] Edits)
{
    /// <summary>A change that leads to the same class.</summary>
    public const string Self = "self";

    /// <summary>A change that cuts the output off.</summary>
    public const string Disconnected = "disconnected";

    /// <summary>A change that leaves too many edges.</summary>
    public const string TooManyEdges = "edges";

    public static IReadOnlyList<NeighborVector> All { get; } = JsonLines.Read<NeighborVector>("neighbors.jsonl");

    public Cell ToCell() => EngineCells.Create(ReferenceCell.FromDigits(Matrix, Ops));
}
