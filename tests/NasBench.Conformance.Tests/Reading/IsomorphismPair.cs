using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reading;

/// <summary>Two graphs of the same size, whether they are isomorphic by exhaustive test, and their hashes.</summary>
internal sealed record IsomorphismPair(
    int Id, string Kind, int N, string AMatrix, int[] ALabels, string BMatrix, int[] BLabels, bool IsIsomorphic, string AHash, string BHash)
{
    public static IReadOnlyList<IsomorphismPair> All { get; } = JsonLines.Read<IsomorphismPair>("isomorphism_pairs.jsonl");

    public ReferenceCell A => ReferenceCell.FromDigits(AMatrix, Labels.ToNames(ALabels));

    public ReferenceCell B => ReferenceCell.FromDigits(BMatrix, Labels.ToNames(BLabels));
}
