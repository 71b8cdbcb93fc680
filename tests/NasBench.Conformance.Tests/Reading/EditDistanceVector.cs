using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reading;

/// <summary>Two cells, raw and pruned, and their distances.</summary>
internal sealed record EditDistanceVector(
    int Id,
    string Kind,
    string ARaw,
    string[] ARawOps,
    string BRaw,
    string[] BRawOps,
    string APruned,
    string[] APrunedOps,
    string BPruned,
    string[] BPrunedOps,
    int Ged,
    int GedFreeLabel,
    EditDistanceVector.HammingParts HammingRaw,
    EditDistanceVector.HammingParts HammingPadded)
{
    public static IReadOnlyList<EditDistanceVector> All { get; } = JsonLines.Read<EditDistanceVector>("edit_distance_vectors.jsonl");

    public Cell RawA => EngineCells.Create(ReferenceCell.FromDigits(ARaw, ARawOps));

    public Cell RawB => EngineCells.Create(ReferenceCell.FromDigits(BRaw, BRawOps));

    public Cell PrunedA => EngineCells.Create(ReferenceCell.FromDigits(APruned, APrunedOps));

    public Cell PrunedB => EngineCells.Create(ReferenceCell.FromDigits(BPruned, BPrunedOps));

    internal sealed record HammingParts(int Edges, int Ops, int Total);
}
