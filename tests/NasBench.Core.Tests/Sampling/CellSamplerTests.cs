using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Sampling;

public class CellSamplerTests
{
    private const int Draws = 200_000;

    private static readonly string[] s_firstHashes =
    [
        "caab31c510b14ddd7070bd739a143531", "6abf30c7b0bb2e00f82861cf8aca9a6a", "7075dbd90ba44ad49189b1408692a430", "1d053bfc2bd41ce7406c58c9a6707ff3",
    ];

    [Fact]
    public void NextRaw_SmallSpace_EachClassAsOftenAsItHasEncodings()
    {
        var random = new SplitMixRandom(11);
        IEnumerable<int> indices = Enumerable.Range(0, Space<SmallSpace>.Count);
        double[] weights = [.. indices.Select(index => (double)CellFacts.EncodingCount<SmallSpace>(Space<SmallSpace>.CellAt(index)))];
        int[] counts = new int[weights.Length];
        for (int i = 0; i < Draws; i++)
        {
            counts[Space<SmallSpace>.Locate(CellSampler.NextRaw<SmallSpace>(random))]++;
        }

        Statistics.AssertFits(weights, counts);
    }

    [Fact]
    public void NextRaw_Nas101_ValidCellsOfSevenVertices()
    {
        var random = new Random(3);
        int smallest = 0;
        for (int i = 0; i < 10_000; i++)
        {
            Cell cell = CellSampler.NextRaw(random);
            Assert.Equal((CellStatus.Ok, 7), (cell.Validate(), cell.Vertices));
            smallest += Nas101.Locate(cell) == 0 ? 1 : 0;
        }

        // 36,354,501 of 373,754,169 raw cells: 9.73 %.
        Assert.InRange(smallest, 850, 1_100);
    }

    [Fact]
    public void NextRaw_AnySeed_IndexOfTheCell()
    {
        foreach (Random random in (Random[])[new SplitMixRandom(4), new Random(4), Random.Shared])
        {
            for (int i = 0; i < 200; i++)
            {
                Assert.Equal(Nas101.Locate(CellSampler.NextRaw(random, out int index)), index);
                Cell small = CellSampler.NextRaw<SmallSpace>(random, out index);
                Assert.Equal(Space<SmallSpace>.Locate(small), index);
            }
        }
    }

    [Fact]
    public void Next_SameSeed_CellOfTheIndexThatNextIndexDraws()
    {
        var cells = new SplitMixRandom(5);
        var indices = new SplitMixRandom(5);
        for (int i = 0; i < 200; i++)
        {
            int expected = CellSampler.NextIndex(indices);
            Assert.Equal((Nas101.CellAt(expected), expected), (CellSampler.Next(cells, out int index), index));
            expected = CellSampler.NextIndex<SmallSpace>(indices);
            Assert.Equal(Space<SmallSpace>.CellAt(expected), CellSampler.Next<SmallSpace>(cells));
            Assert.Equal(Nas101.CellAt(CellSampler.NextIndex(indices)), CellSampler.Next(cells));
        }
    }

    /// <summary>What the seed has always drawn.</summary>
    [Fact]
    public void NextIndex_KnownSeed_KnownDraws()
    {
        var random = new SplitMixRandom(7);

        Assert.Equal(s_firstHashes, Enumerable.Range(0, 4).Select(_ => Nas101.HashAt(CellSampler.NextIndex(random)).ToString()));
    }

    [Fact]
    public void EveryDraw_NoRandom_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => CellSampler.NextIndex(null!));
        Assert.Throws<ArgumentNullException>(() => CellSampler.NextRaw(null!));
        Assert.Throws<ArgumentNullException>(() => new SeenCells().TryNextUnseen(null!, out _));
        Assert.Throws<ArgumentNullException>(() => ConstrainedSampler.Create(default).TryNext(null!, out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NextIndex_SmallSpace_Uniform(bool isPinned)
    {
        Random random = isPinned ? new SplitMixRandom(12) : new Random(12);
        int[] counts = new int[Space<SmallSpace>.Count];
        for (int i = 0; i < Draws; i++)
        {
            counts[CellSampler.NextIndex<SmallSpace>(random)]++;
        }

        Statistics.AssertFits([.. counts.Select(_ => 1.0)], counts);
    }

    [Fact]
    public void ConstrainedCreate_AnyConstraints_AsFiltered()
    {
        CellConstraints[] all =
        [
            default,
            new() { MinVertices = 5, MaxVertices = 6 },
            new() { MinEdges = 7, MaxEdges = 7, ForbiddenOperations = 0b100 },
            new() { RequiredOperations = 0b111, MaxVertices = 5 },
            new() { MaxVertices = 4, MinParameters = 1_000_000, MaxParameters = 5_000_000 },
            new() { MinVertices = 8 },
        ];
        foreach (CellConstraints constraints in all)
        {
            ConstrainedSampler sampler = ConstrainedSampler.Create(constraints);
            int[] expected = [.. Enumerable.Range(0, Space<Nas101>.Count).Where(index => IsWanted(constraints, index))];

            Assert.Equal(expected.Length, sampler.Count);
            Assert.Equal(expected, sampler.Indices.ToArray());
            Assert.Equal(constraints == default, sampler.Count == Space<Nas101>.Count);
        }
    }

    [Fact]
    public void ConstrainedTryNext_FewCells_UniformAmongThem()
    {
        ConstrainedSampler sampler = ConstrainedSampler.Create<SmallSpace>(new CellConstraints { MaxVertices = 4 });
        var random = new SplitMixRandom(13);
        int[] counts = new int[Space<SmallSpace>.Count];
        for (int i = 0; i < Draws; i++)
        {
            Assert.True(sampler.TryNext(random, out int index));
            counts[index]++;
        }

        Statistics.AssertFits([.. counts.Select((_, index) => sampler.Indices.Contains(index) ? 1.0 : 0.0)], counts);
    }

    [Fact]
    public void ConstrainedTryNext_NoCell_Refuses()
    {
        var random = new SplitMixRandom(1);
        Assert.False(ConstrainedSampler.Create<SmallSpace>(new CellConstraints { MinEdges = 9 }).TryNext(random, out int index));
        Assert.Equal(-1, index);
    }

    [Fact]
    public void ConstrainedCreate_ParametersOfAnotherSpace_Throws() =>
        Assert.Throws<ArgumentException>(() => ConstrainedSampler.Create<SmallSpace>(new CellConstraints { MinParameters = 1 }));

    [Fact]
    public void ConstrainedCreate_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ConstrainedSampler.Create(default, cancellationToken: source.Token));
    }

    [Fact]
    public void TryNextUnseen_UntilNoneIsLeft_EachOnce()
    {
        var seen = SeenCells.Create<SmallSpace>();
        var random = new SplitMixRandom(14);
        var drawn = new HashSet<int>();
        Assert.True(seen.Add(5));
        while (seen.TryNextUnseen(random, out int index))
        {
            Assert.True(drawn.Add(index));
            Assert.True(seen.Contains(index));
        }

        Assert.DoesNotContain(5, drawn);
        Assert.Equal(Space<SmallSpace>.Count - 1, drawn.Count);
        Assert.Equal(Space<SmallSpace>.Count, seen.Count);
        seen.Clear();
        Assert.False(seen.Contains(5));
        Assert.Equal(0, seen.Count);
    }

    [Fact]
    public void TryNextUnseen_SomeSeen_UniformAmongTheOthers()
    {
        var random = new SplitMixRandom(15);
        int[] counts = new int[Space<SmallSpace>.Count];
        var seen = SeenCells.Create<SmallSpace>();
        for (int i = 0; i < Draws / 4; i++)
        {
            seen.Clear();
            for (int index = 0; index < counts.Length; index += 3)
            {
                seen.Add(index);
            }

            Assert.True(seen.TryNextUnseen(random, out int drawn));
            counts[drawn]++;
        }

        Statistics.AssertFits([.. counts.Select((_, index) => index % 3 == 0 ? 0.0 : 1.0)], counts);
    }

    [Fact]
    public void Add_NoSuchIndex_Throws()
    {
        var seen = SeenCells.Create<SmallSpace>();
        Assert.Throws<ArgumentOutOfRangeException>(() => seen.Add(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => seen.Add(Space<SmallSpace>.Count));
        Assert.False(seen.Contains(-1) || seen.Contains(int.MaxValue));
    }

    [Fact]
    public void EveryDraw_Any_AllocatesNothing()
    {
        ConstrainedSampler sampler = ConstrainedSampler.Create(new CellConstraints { MaxVertices = 5 });
        var seen = new SeenCells();
        foreach (Random random in (Random[])[new SplitMixRandom(16), new Random(16)])
        {
            AllocationAssert.AllocatesNothing(() =>
            {
                CellSampler.NextRaw(random);
                CellSampler.NextIndex(random);
                CellSampler.Next(random);
                sampler.TryNext(random, out _);
                seen.TryNextUnseen(random, out _);
            });
        }
    }

    private static bool IsWanted(CellConstraints wanted, int index)
    {
        Cell cell = Nas101.CellAt(index);
        int[] operations = [.. Enumerable.Range(1, cell.Vertices - 2).Select(cell.GetOperation)];
        int present = operations.Aggregate(0, (set, operation) => set | (1 << operation));
        long parameters = wanted.MinParameters > 0 || wanted.MaxParameters > 0 ? CellCosts.TrainableParametersAt(index) : 0;
        return cell.Vertices >= wanted.MinVertices
            && cell.Vertices <= (wanted.MaxVertices == 0 ? 7 : wanted.MaxVertices)
            && cell.EdgeCount >= wanted.MinEdges
            && cell.EdgeCount <= (wanted.MaxEdges == 0 ? 9 : wanted.MaxEdges)
            && (present & wanted.ForbiddenOperations) == 0
            && (present & wanted.RequiredOperations) == wanted.RequiredOperations
            && parameters >= wanted.MinParameters
            && (wanted.MaxParameters == 0 || parameters <= wanted.MaxParameters);
    }
}
