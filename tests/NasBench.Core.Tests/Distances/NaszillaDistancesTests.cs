using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Distances;

/// <summary>Naszilla's distances against its Python, sentence by sentence.</summary>
public class NaszillaDistancesTests
{
    private const int Iterations = 500;

    private static readonly ReferenceSpace s_space = ReferenceSpace.Nas101;
    private static readonly Gen<ReferenceCell> s_raw = CellGens.Raw(s_space, 2, 7);

    [Fact]
    public void EachDistance_AnyPair_AsTheOriginal() => Gen.Select(s_raw, s_raw).Sample((rawA, rawB) =>
    {
        ReferenceCell a = ReferenceNeighbors.Pad(s_space, rawA, 7);
        ReferenceCell b = ReferenceNeighbors.Pad(s_space, rawB, 7);
        Cell first = EngineCells.Create(rawA);
        Cell second = EngineCells.Create(rawB);
        int adjacency = ReferenceDistances.Hamming(s_space, a, b);

        Assert.Equal(adjacency, NaszillaDistances.Adjacency(first, second));
        Assert.Equal(adjacency + Math.Abs(a.EdgeCount - b.EdgeCount), NaszillaDistances.ContinuousAdjacency(first, second));
        Assert.Equal(PathDistance(a, b, 364), NaszillaDistances.Path(first, second));
        Assert.Equal(PathDistance(a, b, 40), NaszillaDistances.Path(first, second, 40));
        Assert.Equal(PathDistance(a, b, 364) + Math.Abs(Paths(a, 364).Sum() - Paths(b, 364).Sum()), NaszillaDistances.ContinuousPath(first, second));
        Assert.Equal(PathDistance(a, b, 40) + Math.Abs(Paths(a, 40).Sum() - Paths(b, 40).Sum()), NaszillaDistances.ContinuousPath(first, second, 40));
        Assert.Equal(Nasbot(a, b), NaszillaDistances.Nasbot(first, second));
    }, iter: Iterations);

    [Fact]
    public void Path_Renamed_Zero() => CellGens.WithRenaming(s_raw).Sample((cell, renamed) =>
        Assert.Equal(0, NaszillaDistances.Path(EngineCells.Create(cell), EngineCells.Create(renamed))), iter: Iterations);

    [Fact]
    public void Path_ThroughAnUnknownOperation_DoesNotCount()
    {
        // A chain, and a vertex of another operation that nothing leaves; one edit puts that vertex on a path.
        const string Names = "input,maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3,no-such-operation,output";
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw("0100000001000000010000000100000001100000000000000", Names, out Cell cell));
        Cell[] edits = [.. Enumerable.Range(0, NasBench.Neighbors.GetEditCount(cell)).Select(edit => NasBench.Neighbors.GetEdit(cell, edit))];
        Cell through = Assert.Single(edits, edit => edit.HasEdge(5, 6) && edit.GetOperation(5) == Cell.UnknownOperation);

        Assert.Equal(0, NaszillaDistances.Path(cell, through));
        Assert.Equal(0, NaszillaDistances.ContinuousPath(cell, through));
        Assert.Equal(2, NaszillaDistances.Path(Nas101.CellAt(0), through));
    }

    [Fact]
    public void EachDistance_OddCells_DoesNotFail()
    {
        Cell.ParseRaw("0", "input", out Cell single);
        Cell other = Nas101.CellAt(0);

        Assert.Equal(1, NaszillaDistances.Path(single, other));
        Assert.Equal(1, NaszillaDistances.Path(default, other));
        Assert.Equal(1, NaszillaDistances.Path(other, default));
        Assert.Equal(1, NaszillaDistances.Path(other, single));
        Assert.InRange(NaszillaDistances.Nasbot(single, other), 1, 100);
    }

    [Fact]
    public void EachDistance_AnyPair_AllocatesNothing()
    {
        Cell a = Nas101.CellAt(1_000);
        Cell b = Nas101.CellAt(300_000);
        AllocationAssert.AllocatesNothing(() =>
        {
            NaszillaDistances.Adjacency(a, b);
            NaszillaDistances.ContinuousAdjacency(a, b);
            NaszillaDistances.Path(a, b);
            NaszillaDistances.ContinuousPath(a, b, 40);
            NaszillaDistances.Nasbot(a, b);
        });
    }

    private static int PathDistance(ReferenceCell a, ReferenceCell b, int cutoff)
        => Paths(a, cutoff).Zip(Paths(b, cutoff)).Count(pair => pair.First != pair.Second);

    private static int[] Paths(ReferenceCell cell, int cutoff)
    {
        int[] encoding = new int[364];
        foreach (int[] path in ReferenceNeighbors.GetPaths(cell))
        {
            int index = 0;
            int[] interior = path[1..^1];
            for (int i = 0; i < interior.Length; i++)
            {
                index += (int)Math.Pow(3, i) * (Array.IndexOf(s_space.Operations, cell.Operations[interior[i]]) + 1);
            }

            encoding[index] = 1;
        }

        return encoding[..cutoff];
    }

    private static int Nasbot(ReferenceCell a, ReferenceCell b) =>
        Differences(Degrees(a, (cell, x, y) => cell.Matrix[x, y]), Degrees(b, (cell, x, y) => cell.Matrix[x, y]))
        + Differences(Degrees(a, (cell, x, y) => cell.Matrix[y, x]), Degrees(b, (cell, x, y) => cell.Matrix[y, x]))
        + Differences(
            s_space.Operations.Select(name => a.Operations.Count(own => own == name)),
            s_space.Operations.Select(name => b.Operations.Count(own => own == name)));

    private static IEnumerable<int> Degrees(ReferenceCell cell, Func<ReferenceCell, int, int, int> entry) =>
        Enumerable.Range(0, cell.Size).Select(x => Enumerable.Range(0, cell.Size).Sum(y => entry(cell, x, y))).Order();

    private static int Differences(IEnumerable<int> a, IEnumerable<int> b) => a.Zip(b).Sum(pair => Math.Abs(pair.First - pair.Second));
}
