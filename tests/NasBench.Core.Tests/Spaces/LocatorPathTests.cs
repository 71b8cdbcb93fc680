using System.Runtime.Intrinsics;
using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Spaces;

/// <summary>
/// Every width of vectors that this machine can run locates as one cell after the other does, which the contract of spaces holds against the reference.
/// </summary>
public class LocatorPathTests
{
    private const string NoSuchVectors = "this machine, or this run, has no vectors of this width";

    private static readonly Gen<Cell[]> s_batches = Gen.Frequency(
        (4, CellGens.RawWithOddNames(ReferenceSpace.Nas101, 1, 7).Select(
            raw => EngineCells.TryCreate<Nas101>(raw, out Cell cell) == CellStatus.Ok ? cell : default)),
        (4, CellGens.Raw(ReferenceSpace.Nas101, 7, 7).Select(EngineCells.Create<Nas101>)),
        (1, CellGens.Raw(EngineCells.ToReference<SixVertices>(), 2, 7).Select(EngineCells.Create<SixVertices>))).Array[0, 200];

    [Fact]
    public void Lanes128_AnyBatch_AsOneByOne()
    {
        Assert.SkipUnless(Lanes128.IsSupported, NoSuchVectors);
        AssertLocates<Nas101, Lanes128, Vector128<uint>>();
        AssertLocates<FiveVertices, Lanes128, Vector128<uint>>();
    }

    [Fact]
    public void Lanes256_AnyBatch_AsOneByOne()
    {
        Assert.SkipUnless(Lanes256.IsSupported, NoSuchVectors);
        AssertLocates<Nas101, Lanes256, Vector256<uint>>();
        AssertLocates<FiveVertices, Lanes256, Vector256<uint>>();
    }

    [Fact]
    public void Lanes512_AnyBatch_AsOneByOne()
    {
        Assert.SkipUnless(Lanes512.IsSupported, NoSuchVectors);
        AssertLocates<Nas101, Lanes512, Vector512<uint>>();
        AssertLocates<FiveVertices, Lanes512, Vector512<uint>>();
    }

    [Fact]
    public void OneAfterTheOther_AnyBatch_AsTheWidestVectors() => s_batches.Sample(cells =>
    {
        int[] expected = new int[cells.Length];
        int[] indices = new int[cells.Length];

        Assert.Equal(Space<Nas101>.Locate(cells, expected), Space<Nas101>.LocateEach(cells, indices));
        Assert.Equal(expected, indices);
    }, iter: 500);

    [Fact]
    public void Lanes_BatchOfSevenVertexCellsAlone_AsOneByOne()
    {
        Cell[] cells = [.. Enumerable.Range(0, 6_400).Select(i => Space<Nas101>.CellAt(Space<Nas101>.Count - 1 - i))];
        int[] indices = new int[cells.Length];

        Assert.Equal(cells.Length, Space<Nas101>.Locate(cells, indices));
        Assert.Equal(Enumerable.Range(0, cells.Length).Select(i => Space<Nas101>.Count - 1 - i), indices);
    }

    private static void AssertLocates<TSpace, TLanes, TVector>()
        where TSpace : ISearchSpace<TSpace>
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged =>
        s_batches.Sample(cells =>
        {
            int[] indices = [.. Enumerable.Repeat(int.MinValue, cells.Length + 1)];
            int found = LaneLocator<TSpace, TLanes, TVector>.Locate(cells, indices);

            Assert.Equal(cells.Select(Space<TSpace>.Locate), indices[..^1]);
            Assert.Equal(int.MinValue, indices[^1]);
            Assert.Equal(indices.Count(index => index >= 0), found);
        }, iter: 500);
}
