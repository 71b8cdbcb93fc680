using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reading;

/// <summary>A raw cell and everything the original says about it. Fields that come from pruning are null where the cell is disconnected.</summary>
internal sealed record HashVector(
    int Id,
    string Kind,
    int N,
    string Matrix,
    string[] Ops,
    bool ValidSpec,
    string? PrunedMatrix,
    string[]? PrunedOps,
    int? Vertices,
    int? Edges,
    string? Hash,
    string? HashError,
    bool IsValid,
    string? Error,
    bool InSpace)
{
    public static IReadOnlyList<HashVector> All { get; } = JsonLines.Read<HashVector>("hash_vectors.jsonl");

    public ReferenceCell ToCell() => ReferenceCell.FromDigits(Matrix, Ops);
}
