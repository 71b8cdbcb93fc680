using System.Security.Cryptography;
using System.Text;

namespace NasBench.Conformance.Tests.Spaces;

/// <summary>
/// Totals and digests over the whole of NAS-Bench-101, recomputed by others from the definitions of google-research/nasbench
/// (generate_graphs.py, graph_util.py, model_builder.py).
/// </summary>
public class KnownAnswerTests
{
    private static readonly Lazy<ModuleHash[]> s_hashes = new(() => [.. Enumerable.Range(0, Space<Nas101>.Count).Select(Space<Nas101>.HashAt)]);

    public KnownAnswerTests() => Space<Nas101>.PrepareHashes();

    [Fact]
    public void Count_WholeSpace_423624() => Assert.Equal(423_624, Space<Nas101>.Count);

    [Theory]
    [InlineData(2, "1:1")]
    [InlineData(3, "2:3 3:3")]
    [InlineData(4, "3:9 4:33 5:33 6:9")]
    [InlineData(5, "4:27 5:225 6:622 7:811 8:558 9:198")]
    [InlineData(6, "5:81 6:1260 7:6909 8:19701 9:34059")]
    [InlineData(7, "6:243 7:6264 8:58563 9:294012")]
    public void CountCells_ByEdges_Known(int vertices, string histogram)
    {
        IEnumerable<string> counts = Enumerable.Range(0, 22)
            .Select(edges => (Edges: edges, Count: Space<Nas101>.CountCells(vertices, edges)))
            .Where(entry => entry.Count > 0)
            .Select(entry => $"{entry.Edges}:{entry.Count}");

        Assert.Equal(histogram, string.Join(' ', counts));
    }

    [Theory]
    [InlineData(4, 91, "ff08831dea65e7a62cb283d0eb861afdfa6ad3b9aeed33e13703a813bbe93eaf")]
    [InlineData(5, 2_532, "00b824f62188008025fc1e01953b9445822d687c6151b1b9b5b9ae524b8d59db")]
    [InlineData(6, 64_542, "79c1473270f4b7bacc87748ac8ef9af89723bab5b56718b2ac8034c391ecd13a")]
    [InlineData(7, 423_624, "53e1438d11675d9eb3899166c29ca07fe0c4b81af9d99d5aec3ecd31bd5bca7f")]
    public void HashAt_AllUpToSomeVertices_KnownDigestOfSortedHashes(int maxVertices, int count, string sha256)
    {
        // The enumeration goes from few vertices to many, so the smaller spaces are prefixes.
        ModuleHash[] hashes = s_hashes.Value[..count];
        Assert.Equal(maxVertices, Space<Nas101>.CellAt(count - 1).Vertices);

        Array.Sort(hashes);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> line = stackalloc byte[ModuleHash.TextLength + 1];
        line[^1] = (byte)'\n';
        foreach (ModuleHash hash in hashes)
        {
            Assert.True(hash.TryFormat(line, out _));
            digest.AppendData(line);
        }

        Assert.Equal(sha256, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    [Fact]
    public void Hash_WholeSpaceInOneBatch_AsHashAt()
    {
        Cell[] cells = new Cell[Space<Nas101>.Count];
        int next = 0;
        foreach (Cell cell in Space<Nas101>.Cells)
        {
            cells[next++] = cell;
        }

        ModuleHash[] hashes = new ModuleHash[cells.Length];

        Assert.Equal(cells.Length, ModuleHasher.Hash(cells, hashes));
        Assert.True(hashes.AsSpan().SequenceEqual(s_hashes.Value));
    }

    [Fact]
    public void HashAt_WholeSpace_KnownExclusiveOrAndEnds()
    {
        ulong high = 0;
        ulong low = 0;
        foreach (ModuleHash hash in s_hashes.Value)
        {
            high ^= hash.High;
            low ^= hash.Low;
        }

        Assert.Equal("bcfaf7caa39ceb2e72c0486084c9c202", new ModuleHash(high, low).ToString());
        Assert.Equal("00005c142e6f48ac74fdcf73e3439874", s_hashes.Value.Min().ToString());
        Assert.Equal("ffff76fafa7b0cdf545fd7feee9c8bf9", s_hashes.Value.Max().ToString());
        Assert.Equal("0000718c96730a92ea6d5242f8ce77e2", s_hashes.Value.Order().ElementAt(1).ToString());
        Assert.Equal(423_624, s_hashes.Value.Distinct().Count());
    }

    [Fact]
    public void CellAt_WholeSpace_KnownDigestOfTheEnumeration()
    {
        // `hash vertices matrix labels trainable_parameters`, tab-separated, one cell a line.
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new StringBuilder();
        char[] matrix = new char[Cell.MaxVertices * Cell.MaxVertices];
        for (int index = 0; index < Space<Nas101>.Count; index++)
        {
            Cell cell = Space<Nas101>.CellAt(index);
            Assert.True(cell.TryFormatMatrix(matrix, out int digits));
            line.Clear().Append(s_hashes.Value[index]).Append('\t').Append(cell.Vertices).Append('\t').Append(matrix, 0, digits).Append('\t')
                .AppendJoin(',', Enumerable.Range(1, cell.Vertices - 2).Select(cell.GetOperation)).Append('\t')
                .Append(CellCosts.TrainableParametersAt(index)).Append('\n');
            digest.AppendData(Encoding.ASCII.GetBytes(line.ToString()));
        }

        Assert.Equal("648562cc32b10cc18e7e8a567f9a0cf18f11b156b54a18a14c9f955146a8f8a1", Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    [Fact]
    public void TrainableParametersAt_WholeSpace_KnownStatistics()
    {
        long[] parameters = [.. Enumerable.Range(0, Space<Nas101>.Count).Select(CellCosts.TrainableParametersAt).Order()];

        Assert.Equal(227_274, parameters[0]);
        Assert.Equal(49_979_274, parameters[^1]);
        Assert.Equal(3_583_758_170_075, parameters.Sum());
        Assert.Equal(2 * 5_356_682, parameters[(parameters.Length / 2) - 1] + parameters[parameters.Length / 2]);
    }

    [Fact]
    public void Validate_EveryRawMaskOfSevenVertices_KnownCounts()
    {
        var counts = new Dictionary<CellStatus, int>();
        int[] validByVertices = new int[Cell.MaxVertices + 1];
        int validByStrictRule = 0;
        for (uint mask = 0; mask < 1u << 21; mask++)
        {
            Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, mask, [0, 0, 0, 0, 0], out Cell cell));
            CellStatus status = cell.Validate();
            counts[status] = counts.GetValueOrDefault(status) + 1;
            if (status == CellStatus.Ok)
            {
                cell.TryPrune(out Cell pruned);
                validByVertices[pruned.Vertices]++;
                validByStrictRule += cell.EdgeCount <= 9 ? 1 : 0;
            }

            Assert.Equal(status == CellStatus.Ok, Space<Nas101>.Locate(cell) >= 0);
        }

        Assert.Equal(149_607, counts[CellStatus.Disconnected]);
        Assert.Equal(409_462, counts[CellStatus.TooManyEdges]);
        Assert.Equal(1_538_083, counts[CellStatus.Ok]);
        Assert.Equal([0, 0, 149_607, 310_754, 422_740, 466_334, 183_855, 4_793], validByVertices);
        Assert.Equal(573_494, validByStrictRule);
    }

    [Fact]
    public void CheckBeforePruning_EveryRawMaskOfSevenVertices_KnownCount()
    {
        byte[] entries = new byte[49];
        string[] names = ["input", .. Enumerable.Repeat("maxpool3x3", 5), "output"];
        int valid = 0;
        for (uint mask = 0; mask < 1u << 21; mask++)
        {
            for (int y = 1, bit = 0; y < 7; y++)
            {
                for (int x = 0; x < y; x++, bit++)
                {
                    entries[(x * 7) + y] = (byte)((mask >> bit) & 1);
                }
            }

            var input = new CellInput<Nas101>(new CommunityToolkit.HighPerformance.ReadOnlySpan2D<byte>(entries, 7, 7), names);
            valid += input.Check(EdgeRule.BeforePruning) == CellStatus.Ok ? 1 : 0;
        }

        Assert.Equal(573_494, valid);
    }

    [Theory]
    [InlineData("28cfc7874f6d200472e1a9dcd8650aa0", "0111100000000100000010000001000001000000010000000", "0,1,2,0,0", 2_694_282)]
    [InlineData("00005c142e6f48ac74fdcf73e3439874", "0100110001000000010010000010000001000000010000000", "0,2,0,0,1", 8_555_530)]
    [InlineData("02e5a0247bbdcf2860b7e96f74961594", "0110011000001000010000000100000001000000010000000", "1,0,2,0,0", 32_426_634)]
    [InlineData("043721b9c7fe8c5fad811d47d83132ec", "0100", "", 882_570)]
    [InlineData("edb7648dd596405eddc9a5c607b494a6", null, null, 3_822_005)]
    [InlineData("01bcceabc42489b3af4b4496e333a86e", null, null, 5_095_946)]
    [InlineData("003d4f8e9c5a066d7b248230d8a4fcb5", null, null, 1_560_375)]
    public void TryFind_KnownCell_StoredGraphAndParameters(string hash, string? matrix, string? labels, long parameters)
    {
        Assert.True(Space<Nas101>.TryFind(ModuleHash.Parse(hash), out int index));
        Cell cell = Space<Nas101>.CellAt(index);

        Assert.Equal(parameters, CellCosts.TrainableParametersAt(index));
        Assert.Equal(matrix ?? cell.ToString().Split(' ')[0], cell.ToString().Split(' ')[0]);
        Assert.Equal(labels ?? GetLabels(cell), GetLabels(cell));
        Assert.Equal(index, Space<Nas101>.Locate(cell));
    }

    [Fact]
    public void TryHash_CellOfTheKeyErrorIssue_NeverTheHashOfFloats()
    {
        const string Names = "input,maxpool3x3,conv1x1-bn-relu,conv3x3-bn-relu,conv3x3-bn-relu,conv3x3-bn-relu,output";
        Cell cell = Cell.Parse($"0101011000011100010110000011000000000000010000000 {Names}");

        Assert.Equal(CellStatus.Ok, cell.Validate());
        Assert.Equal(CellStatus.Ok, ModuleHasher.TryHash(cell, out ModuleHash hash));
        Assert.Equal("edb7648dd596405eddc9a5c607b494a6", hash.ToString());
        Assert.False(Space<Nas101>.TryFind(ModuleHash.Parse("926a133285cb34c1a38eefe60e7586d4"), out _));
        Assert.False(Space<Nas101>.TryFind(ModuleHash.Parse("099d7fde492b1fd57c58900b1103745b"), out _));
    }

    private static string GetLabels(Cell cell) => string.Join(',', Enumerable.Range(1, cell.Vertices - 2).Select(cell.GetOperation));
}
