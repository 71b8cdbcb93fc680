using CsCheck;
using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Facts;

public class CellFactsTests
{
    private const int Iterations = 500;

    private static readonly Gen<ReferenceCell> s_raw = CellGens.Raw(ReferenceSpace.Nas101, 2, 7);

    [Fact]
    public void DepthAndPathCount_AnyRawCell_AsListed() => s_raw.Sample(raw =>
    {
        int[][] paths = [.. ReferenceNeighbors.GetPaths(raw)];

        Assert.Equal(paths.Length, CellFacts.PathCount(EngineCells.Create(raw)));
        Assert.Equal(paths.Select(path => path.Length - 1).DefaultIfEmpty().Max(), CellFacts.Depth(EngineCells.Create(raw)));
    }, iter: Iterations);

    [Fact]
    public void Width_AnyRawCell_LargestCutWithoutWayBack() => s_raw.Sample(raw =>
        Assert.Equal(raw.Prune() is { } pruned ? Cuts(pruned).Max() : 0, CellFacts.Width(EngineCells.Create(raw))), iter: Iterations);

    [Fact]
    public void LiveOutputs_AnyRawCell_MostVerticesThatACutWithoutWayBackNeeds() => s_raw.Sample(raw => Assert.Equal(
        raw.Prune() is { } pruned ? Splits(pruned).Where(split => !split.RunsBack).Max(split => split.Edges.Select(edge => edge.X).Distinct().Count()) : 0,
        CellFacts.LiveOutputs(EngineCells.Create(raw))), iter: Iterations);

    [Fact]
    public void DirectedCut_AnyRawCell_LargestCutWithWaysBack() => s_raw.Sample(raw => Assert.Equal(
        raw.Prune() is { } pruned ? Splits(pruned).Max(split => split.Edges.Length) : 0,
        CellFacts.DirectedCut(EngineCells.Create(raw))), iter: Iterations);

    [Fact]
    public void NumberingCount_AnyRawCell_DifferentRenamingsThatAreUpperTriangular() => s_raw.Sample(raw =>
    {
        int expected = raw.Prune() is { } pruned
            ? ReferenceIsomorphism.GetOrders(pruned.Size).Select(order => pruned.Select(order)).Where(renamed => renamed.GetShapeError() is null)
                .Select(renamed => renamed.ToString()).Distinct().Count()
            : 0;
        Assert.Equal(expected, CellFacts.NumberingCount(EngineCells.Create(raw)));
    }, iter: Iterations);

    /// <summary>Every labelled pruned graph of a space belongs to one class, so the counts add up to what the enumeration lists.</summary>
    [Fact]
    public void NumberingCount_FiveVertices_AddUpToTheLabelledGraphs()
    {
        int listed = ReferenceEnumeration.EnumerateLabelled(ReferenceSpace.Nas101 with { MaxVertices = 5 }).Count();
        Assert.Equal(listed, Space<Nas101>.Cells.TakeWhile(cell => cell.Vertices <= 5).Sum(CellFacts.NumberingCount));
    }

    /// <summary>Counted elsewhere: the histograms over NAS-Bench-101, from 0.</summary>
    [Fact]
    public void DepthAndWidths_WholeSpace_KnownHistograms()
    {
        Assert.Equal([0, 1, 68, 9_699, 88_965, 184_923, 139_968], Histogram(CellFacts.Depth));
        Assert.Equal([0, 364, 57_078, 265_441, 100_246, 495], Histogram(CellFacts.LiveOutputs));
        Assert.Equal([0, 364, 14_103, 129_595, 256_465, 23_007, 90], Histogram(CellFacts.Width));
        Assert.Equal([0, 4, 90, 4_201, 115_084, 274_995, 29_250], Histogram(CellFacts.DirectedCut));
    }

    [Fact]
    public void AutomorphismCount_AnyRawCell_RenamingsThatChangeNothing() => s_raw.Sample(raw =>
    {
        int expected = raw.Prune() is { } pruned
            ? ReferenceIsomorphism.GetOrders(pruned.Size).Count(order => pruned.Select(order).ToString() == pruned.ToString())
            : 0;
        Assert.Equal(expected, CellFacts.AutomorphismCount(EngineCells.Create(raw)));
    }, iter: Iterations);

    [Fact]
    public void EncodingCount_SmallSpace_AsCounted() => AssertCounts<SmallSpace>();

    [Fact]
    public void EncodingCount_FiveVertices_AsCounted() => AssertCounts<FiveVertices>();

    [Fact]
    public void EncodingCount_TwoVertices_One() => Assert.Equal(1, CellFacts.EncodingCount<TwoVertices>(Space<TwoVertices>.CellAt(0)));

    [Fact]
    public void EncodingCount_WholeSpace_KnownTotals()
    {
        long[] counts = new long[Space<Nas101>.Count];
        int index = 0;
        foreach (Cell cell in Space<Nas101>.Cells)
        {
            counts[index++] = CellFacts.EncodingCount(cell);
        }

        Assert.Equal(373_754_169, counts.Sum());
        Assert.Equal(36_354_501, counts.Max());
        Assert.Equal(36_354_501, counts[0]);
        Assert.Equal(1, counts.Min());
        Array.Sort(counts);
        Assert.Equal(3, counts[counts.Length / 2]);
    }

    [Fact]
    public void EveryFact_NoCellOfTheSpace_Zero()
    {
        Assert.Equal((0, 0, 0, 0, 0, 0, 0, 0), FactsOf(default));
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, (1u << 21) - 1, [0, 0, 0, 0, 0], out Cell full));
        Assert.Equal((6, 12, 6, 12, 1, 32, 1, 0), FactsOf(full));

        static (int Depth, int Width, int LiveOutputs, int Cut, int Numberings, int Paths, int Automorphisms, long Encodings) FactsOf(Cell cell) => (
            CellFacts.Depth(cell),
            CellFacts.Width(cell),
            CellFacts.LiveOutputs(cell),
            CellFacts.DirectedCut(cell),
            CellFacts.NumberingCount(cell),
            CellFacts.PathCount(cell),
            CellFacts.AutomorphismCount(cell),
            CellFacts.EncodingCount(cell));
    }

    [Fact]
    public void EveryFact_AnyCell_AllocatesNothing()
    {
        Cell cell = Nas101.CellAt(300_000);
        AllocationAssert.AllocatesNothing(() =>
        {
            CellFacts.Depth(cell);
            CellFacts.Width(cell);
            CellFacts.LiveOutputs(cell);
            CellFacts.DirectedCut(cell);
            CellFacts.NumberingCount(cell);
            CellFacts.PathCount(cell);
            CellFacts.AutomorphismCount(cell);
            CellFacts.EncodingCount(cell);
        });
    }

    private static void AssertCounts<TSpace>()
        where TSpace : ISearchSpace<TSpace>
    {
        int edges = TSpace.MaxVertices * (TSpace.MaxVertices - 1) / 2;
        var counts = new long[Space<TSpace>.Count];
        foreach (byte[] labels in ReferenceEnumeration.EnumerateLabels(TSpace.MaxVertices - 2, TSpace.OperationCount))
        {
            for (uint mask = 0; mask < 1u << edges; mask++)
            {
                Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask<TSpace>(TSpace.MaxVertices, mask, labels, out Cell cell));
                int index = Space<TSpace>.Locate(cell);
                if (index >= 0)
                {
                    counts[index]++;
                }
            }
        }

        for (int index = 0; index < counts.Length; index++)
        {
            Assert.Equal(counts[index], CellFacts.EncodingCount<TSpace>(Space<TSpace>.CellAt(index)));
        }
    }

    private static IEnumerable<int> Cuts(ReferenceCell cell) => Splits(cell).Where(split => !split.RunsBack).Select(split => split.Edges.Length);

    /// <summary>All ways to split the vertices in two, with the edges from the side of the input to the other one.</summary>
    private static IEnumerable<((int X, int Y)[] Edges, bool RunsBack)> Splits(ReferenceCell cell)
    {
        for (int set = 0; set < 1 << (cell.Size - 2); set++)
        {
            bool IsBefore(int vertex) => vertex == 0 || (vertex < cell.Size - 1 && (set >> (vertex - 1) & 1) != 0);
            (int X, int Y)[] crossing =
            [
                .. from x in Enumerable.Range(0, cell.Size)
                   from y in Enumerable.Range(0, cell.Size)
                   where cell.Matrix[x, y] != 0 && IsBefore(x) != IsBefore(y)
                   select (x, y),
            ];
            yield return ([.. crossing.Where(edge => IsBefore(edge.X))], crossing.Any(edge => !IsBefore(edge.X)));
        }
    }

    /// <summary>How many cells of NAS-Bench-101 have each value.</summary>
    private static int[] Histogram(Func<Cell, int> fact)
    {
        List<int> counts = [];
        foreach (Cell cell in Space<Nas101>.Cells)
        {
            int value = fact(cell);
            while (counts.Count <= value)
            {
                counts.Add(0);
            }

            counts[value]++;
        }

        return [.. counts];
    }
}
