using CommunityToolkit.HighPerformance;
using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

public class CellInputTests
{
    [Fact]
    public void PruneAndCheck_AnySize_AsTheReference()
    {
        AssertInput<Nas101>(3_000);
        AssertInput<Spaces.FiveVertices>(1_000);
        AssertInput<Spaces.SixVertices>(1_000);
        AssertInput<Spaces.TwoVertices>(500);
    }

    [Fact]
    public void Check_LargeGraph_CountsAfterPruning()
    {
        const int Size = 200;
        var matrix = new int[Size, Size];
        for (int x = 0; x < Size; x++)
        {
            for (int y = Math.Max(x + 1, 2); y < Size - 1; y++)
            {
                matrix[x, y] = 1;
            }
        }

        matrix[0, 1] = matrix[1, Size - 1] = 1;
        string[] names = [.. Enumerable.Repeat("nonsense", Size)];
        names[0] = "input";
        names[1] = "maxpool3x3";
        names[^1] = "output";
        var raw = new ReferenceCell(matrix, names);
        var input = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(EngineCells.ToBytes(raw)), names);
        int[] kept = new int[Size];

        Assert.Equal(3, input.Prune(kept));
        Assert.Equal([0, 1, Size - 1], kept[..3]);
        Assert.Equal(CellStatus.Ok, input.Check());
        Assert.Equal(CellStatus.TooManyEdges, input.Check(EdgeRule.BeforePruning));
        Assert.Equal(CellStatus.Ok, input.CreateRaw(out Cell cell));
        Assert.Equal("010001000 input,maxpool3x3,output", cell.ToString());
    }

    [Fact]
    public void Check_MoreThanSevenRemain_TooManyVertices()
    {
        var matrix = new int[9, 9];
        for (int x = 0; x < 8; x++)
        {
            matrix[x, x + 1] = 1;
        }

        string[] names = ["input", .. Enumerable.Repeat("maxpool3x3", 7), "output"];
        var input = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(EngineCells.ToBytes(new ReferenceCell(matrix, names))), names);

        Assert.Equal(CellStatus.TooManyVertices, input.Check());
        Assert.Equal("too many vertices, got 9 (max vertices = 7)", input.Describe());
        Assert.Equal(CellStatus.TooManyVertices, input.CreateRaw(out Cell cell));
        Assert.Equal(default, cell);
    }

    [Fact]
    public void CheckShape_Malformed_EachMemberRefuses()
    {
        var wide = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(new byte[2, 3]), ["input", "output"]);
        var fewNames = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(new byte[2, 2]), ["input"]);
        var lower = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(new byte[,] { { 0, 1 }, { 1, 0 } }), ["input", "output"]);
        var two = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(new byte[,] { { 0, 2 }, { 0, 0 } }), ["input", "output"]);

        AssertRefused(wide, CellStatus.NotSquare, "matrix must be square");
        AssertRefused(fewNames, CellStatus.OperationCountMismatch, "length of ops must match matrix dimensions");
        AssertRefused(lower, CellStatus.NotUpperTriangular, "matrix must be upper triangular");
        AssertRefused(two, CellStatus.EntryNotBinary, "matrix entries must be 0 or 1");
        AssertRefused(default, CellStatus.NotSquare, "matrix must be square");
    }

    [Fact]
    public void Prune_SpanTooShort_Throws() => Assert.Throws<ArgumentException>(() =>
    {
        var input = new CellInput<Nas101>(new ReadOnlySpan2D<byte>(new byte[,] { { 0, 1 }, { 0, 0 } }), ["input", "output"]);
        input.Prune(new int[1]);
    });

    private static void AssertRefused(CellInput<Nas101> input, CellStatus status, string message)
    {
        Assert.Equal(status, input.CheckShape());
        Assert.Equal(status, input.Check());
        Assert.Equal(status, input.Check(EdgeRule.BeforePruning));
        Assert.Equal(status, input.CreateRaw(out _));
        Assert.Equal(message, input.Describe());
        Assert.Equal(0, input.Prune(new int[8]));
    }

    private static void AssertInput<TSpace>(int iterations)
        where TSpace : ISearchSpace<TSpace>
    {
        ReferenceSpace space = EngineCells.ToReference<TSpace>();
        CellGens.RawWithOddNames(space, 1, 12).Sample(raw =>
        {
            var input = new CellInput<TSpace>(new ReadOnlySpan2D<byte>(EngineCells.ToBytes(raw)), raw.Operations);
            int[] kept = new int[raw.Size];
            int count = input.Prune(kept);
            string? error = space.GetError(raw);

            Assert.Equal(CellStatus.Ok, input.CheckShape());
            Assert.Equal(raw.GetKeptVertices() ?? [], kept[..count]);
            Assert.Equal(error, input.Describe());
            Assert.Equal(CellStatuses.OfMessage(error), input.Check());
            Assert.Equal(space.IsValidBeforePruning(raw), input.Check(EdgeRule.BeforePruning) == CellStatus.Ok);
            Assert.Equal(input.Check(EdgeRule.BeforePruning) == CellStatus.Ok, input.Describe(EdgeRule.BeforePruning) is null);
            Assert.Equal(EngineCells.TryCreate<TSpace>(raw, out Cell created), input.CreateRaw(out Cell cell));
            Assert.Equal(created, cell);
        }, iter: iterations);
    }
}
