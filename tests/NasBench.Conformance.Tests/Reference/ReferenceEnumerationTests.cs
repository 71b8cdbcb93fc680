using System.Security.Cryptography;
using System.Text;
using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Reference;

/// <summary>The brute-force enumeration gives the known counts and hashes of NAS-Bench-101.</summary>
public class ReferenceEnumerationTests
{
    private static readonly ReferenceSpace s_space = ReferenceSpace.Nas101;

    [Fact]
    public void EnumerateTopologies_Nas101_KnownCounts()
    {
        var counts = ReferenceEnumeration.EnumerateTopologies(s_space).CountBy(topology => topology.Vertices).ToDictionary();

        Assert.Equal([1, 2, 10, 121, 1545, 4793], Enumerable.Range(2, 6).Select(vertices => counts[vertices]));
    }

    [Theory]
    [InlineData(4, 91, "ff08831dea65e7a62cb283d0eb861afdfa6ad3b9aeed33e13703a813bbe93eaf")]
    [InlineData(5, 2_532, "00b824f62188008025fc1e01953b9445822d687c6151b1b9b5b9ae524b8d59db")]
    public void EnumerateClasses_SmallSpace_KnownHashes(int maxVertices, int count, string sha256)
    {
        ReferenceSpace space = s_space with { MaxVertices = maxVertices };
        string[] hashes = [.. ReferenceEnumeration.EnumerateClasses(space).Select(row => Hash(space, row)).Order(StringComparer.Ordinal)];

        Assert.Equal(count, hashes.Length);
        Assert.Equal(sha256, DigestOfLines(hashes));
    }

    [Theory]
    [InlineData(3, 7, 7)]
    [InlineData(4, 97, 91)]
    [InlineData(5, 3_364, 2_532)]
    public void EnumerateLabelled_DeduplicatedByHash_FirstOfEachHashIsTheClassRow(int maxVertices, int labelled, int unique)
    {
        ReferenceSpace space = s_space with { MaxVertices = maxVertices };
        ReferenceRow[] all = [.. ReferenceEnumeration.EnumerateLabelled(space)];
        string[] firsts = [.. all.DistinctBy(row => Hash(space, row)).Select(ToText)];

        Assert.Equal(labelled, all.Length);
        Assert.Equal(unique, firsts.Length);
        Assert.Equal(firsts, ReferenceEnumeration.EnumerateClasses(space).Select(ToText));
    }

    [Fact]
    [Trait("Category", "Once")]
    public void EnumerateLabelled_SixVerticesDeduplicatedByHash_KnownHashes()
    {
        ReferenceSpace space = s_space with { MaxVertices = 6 };
        string[] hashes = [.. ReferenceEnumeration.EnumerateLabelled(space).Select(row => Hash(space, row))];

        Assert.Equal(128_509, hashes.Length);
        Assert.Equal("79c1473270f4b7bacc87748ac8ef9af89723bab5b56718b2ac8034c391ecd13a", DigestOfLines(hashes.Distinct().Order(StringComparer.Ordinal)));
    }

    private static string Hash(ReferenceSpace space, ReferenceRow row) => space.Hash(space.CreateCell(row.Vertices, row.Mask, row.Labels))!;

    private static string ToText(ReferenceRow row) => $"{row.Vertices} {row.Mask} {string.Join(',', row.Labels)}";

    private static string DigestOfLines(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
}
