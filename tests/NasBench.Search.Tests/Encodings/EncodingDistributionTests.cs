namespace NasBench.Search.Tests;

/// <summary>What encodings draw and change, against exact distributions; and each time a slightly wrong distribution, which must be refused.</summary>
public sealed class EncodingDistributionTests
{
    private const int Groups = 200;

    public static TheoryData<string> Names => [.. SearchEncoding.All.Select(encoding => encoding.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_Encoding_ClassesByTheirWeights(string name)
    {
        SearchEncoding encoding = SearchEncoding.Find(name)!;
        double[] weights = ClassWeights.Of(encoding);
        double[] expected = new double[Groups + 1];
        for (int index = 0; index < weights.Length; index++)
        {
            expected[index % Groups] += weights[index];
        }

        expected[Groups] = Math.Max(1 - expected.Sum(), 0);
        long[] counts = new long[Groups + 1];
        var random = new SplitMixRandom(11);
        var uniform = new UniformCells(encoding);
        for (int draw = 0; draw < 400_000; draw++)
        {
            uniform.Next(random, out int index);
            counts[index < 0 ? Groups : index % Groups]++;
        }

        Assert.True(ChiSquare.Accepts(counts, expected));

        // A twin that prefers some classes a little.
        double[] biased = [.. expected.Select((part, group) => part * (group % 2 == 0 ? 1.03 : 0.97))];
        double sum = biased.Sum();
        Assert.False(ChiSquare.Accepts(counts, [.. biased.Select(part => part / sum)]));
    }

    [Theory]
    [InlineData("a", 0.733415)]
    [InlineData("a-raw9", 0.273464)]
    [InlineData("b", 0.785020)]
    [InlineData("c", 0.434802)]
    public void Draw_Encoding_ValidShareOfTheSheet(string name, double share)
    {
        const int Draws = 400_000;
        var random = new SplitMixRandom(12);
        var uniform = new UniformCells(SearchEncoding.Find(name)!);
        long valid = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            uniform.Next(random, out int index);
            valid += index >= 0 ? 1 : 0;
        }

        Assert.True(ChiSquare.Accepts([valid, Draws - valid], [share, 1 - share]));
        Assert.False(ChiSquare.Accepts([valid, Draws - valid], [share + 0.01, 0.99 - share]));
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("a")]
    [InlineData("a-raw9")]
    [InlineData("b")]
    [InlineData("class")]
    public void Change_Encoding_EachParameterAndValueAlike(string name)
    {
        SearchEncoding encoding = SearchEncoding.Find(name)!;
        ulong parent = encoding.Draw(new SplitMixRandom(3));
        Dictionary<ulong, double> expected = name == "b" ? ChangesOfB(parent) : ChangesOfEdges(encoding, parent);
        double total = expected.Values.Sum();
        Dictionary<ulong, long> counts = [];
        var random = new SplitMixRandom(13);
        for (int draw = 0; draw < 100_000; draw++)
        {
            ulong child = encoding.Change(parent, random, out Cell cell, out int index);
            Assert.Equal(encoding.Decode(child, out int its), cell);
            Assert.Equal(its, index);
            counts[child] = counts.GetValueOrDefault(child) + 1;
        }

        Assert.Empty(counts.Keys.Except(expected.Keys));
        long[] ordered = [.. expected.Keys.Select(child => counts.GetValueOrDefault(child))];
        Assert.True(ChiSquare.Accepts(ordered, [.. expected.Values.Select(part => part / total)]));
        Assert.True(name == "b" || expected.Count < 3 || !ChiSquare.Accepts(ordered, [.. expected.Select(_ => 1.0 / expected.Count)]));
    }

    [Theory]
    [InlineData(3, 1, 0.0129)]
    [InlineData(1, 1, 0.118)]
    [InlineData(3, 1.6666666666666667, 0.0052)]
    public void TryChangeSome_Raw_ExactDistributionAndShareOfParents(double edgeChanges, double operationChanges, double share)
    {
        const int Draws = 100_000;
        double edge = edgeChanges / 21;
        double operation = operationChanges / 5;
        Cell parent = CellSampler.NextRaw(new SplitMixRandom(8));
        double[] expected = EdgeFlips.Distribution(parent.AdjacencyBits, edge);
        long[] flips = new long[22];
        long[] operations = new long[3];
        long unchanged = 0;
        var random = new SplitMixRandom(14);
        for (int draw = 0; draw < Draws; draw++)
        {
            Assert.True(SearchEncoding.Raw.TryChangeSome(parent.Bits, edge, operation, random, out ulong changed));
            Cell child = SearchEncoding.Raw.Decode(changed, out int index);
            Assert.True(index >= 0);
            flips[System.Numerics.BitOperations.PopCount(child.AdjacencyBits ^ parent.AdjacencyBits)]++;
            operations[(child.OperationAt(2) - parent.OperationAt(2) + 3) % 3]++;
            unchanged += changed == parent.Bits ? 1 : 0;
        }

        Assert.True(ChiSquare.Accepts(flips, expected));
        Assert.True(ChiSquare.Accepts(operations, [1 - operation, operation / 2, operation / 2]));
        double same = expected[0] * Math.Pow(1 - operation, 5);
        Assert.True(ChiSquare.Accepts([unchanged, Draws - unchanged], [same, 1 - same]));
        Assert.Equal(share, Math.Pow(1 - edge, 21) * Math.Pow(1 - operation, 5), 5e-4 * (share > 0.1 ? 1 : 0.1));

        // With another rate it is another distribution, which is told apart.
        Assert.False(ChiSquare.Accepts(flips, EdgeFlips.Distribution(parent.AdjacencyBits, 1.05 * edge)));
    }

    [Fact]
    public void TryChangeSome_Class_RepresentativeOfWhatRawLeadsTo()
    {
        var random = new SplitMixRandom(15);
        var twinRandom = new SplitMixRandom(15);
        for (int step = 0; step < 500; step++)
        {
            ulong parent = Nas101.CellAt((step * 823) % Nas101.CellCount).Bits;
            Assert.True(SearchEncoding.Class.TryChangeSome(parent, 0.1, 0.2, random, out ulong child));
            Cell padded = SearchEncoding.Class.Decode(parent, out int _).PadTo(Cell.MaxVertices);
            Assert.True(SearchEncoding.Raw.TryChangeSome(padded.Bits, 0.1, 0.2, twinRandom, out ulong raw));
            SearchEncoding.Raw.Decode(raw, out int index);
            Assert.Equal(Nas101.CellAt(index).Bits, child);
        }
    }

    /// <summary>Each of 21 edges and 5 operations with 1/26, each other operation with half of it; what is drawn again is left out.</summary>
    private static Dictionary<ulong, double> ChangesOfEdges(SearchEncoding encoding, ulong parent)
    {
        Cell padded = encoding.Decode(parent, out int _).PadTo(Cell.MaxVertices);
        Dictionary<ulong, double> parts = [];
        for (int edge = 0; edge < 21; edge++)
        {
            Add(padded.WithEdgesFlipped(1u << edge), 2);
        }

        for (int vertex = 1; vertex <= 5; vertex++)
        {
            for (int other = 1; other <= 2; other++)
            {
                Add(padded.WithOperation(vertex, (padded.OperationAt(vertex) + other) % 3), 1);
            }
        }

        return parts;

        void Add(Cell child, double part)
        {
            int index = Nas101.Locate(child);
            if (index < 0 && encoding.RejectsInvalid)
            {
                return;
            }

            ulong genotype = encoding == SearchEncoding.Class ? Nas101.CellAt(index).Bits : child.Bits;
            parts[genotype] = parts.GetValueOrDefault(genotype) + part;
        }
    }

    /// <summary>Each of 14 choices with 1/14, each of its other values alike.</summary>
    private static Dictionary<ulong, double> ChangesOfB(ulong parent)
    {
        Dictionary<ulong, double> parts = [];
        for (int choice = 0; choice < 14; choice++)
        {
            int shift = choice < 9 ? 5 * choice : 45 + (2 * (choice - 9));
            int values = choice < 9 ? 21 : 3;
            ulong present = parent >> shift & (choice < 9 ? 31u : 3u);
            for (ulong value = 0; value < (ulong)values; value++)
            {
                if (value != present)
                {
                    parts.Add(parent ^ ((present ^ value) << shift), 1.0 / (values - 1));
                }
            }
        }

        return parts;
    }
}
