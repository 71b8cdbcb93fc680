using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Distances;

/// <summary>What <see cref="SpaceDistances"/> promises of any space. One derived class per space.</summary>
public abstract class SpaceDistancesContract<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private static readonly ReferenceSpace s_space = EngineCells.ToReference<TSpace>();
    private static readonly Gen<Cell> s_sources = Gen.Frequency(
        (2, CellGens.Raw(s_space, 2, 7).Select(EngineCells.Create<TSpace>)),
        (2, Gen.Int[0, TSpace.CellCount - 1].Select(Space<TSpace>.CellAt)));

    /// <summary>How many sources are tried.</summary>
    protected virtual int Iterations => 40;

    [Fact]
    public void ToAll_AnySource_AsPairs() => Gen.Select(Gen.Enum<DistanceKind>(), s_sources).Sample((kind, source) =>
    {
        byte[] distances = new byte[Space<TSpace>.Count];
        SpaceDistances.ToAll<TSpace>(source, distances, kind);
        int step = Math.Max(1, distances.Length / 3_000);
        for (int index = 0; index < distances.Length; index += step)
        {
            Assert.True(Pair(kind, source, Space<TSpace>.CellAt(index)) == distances[index], $"{kind} {source} {index}");
        }
    }, iter: Iterations);

    [Fact]
    public void Nearest_AnySource_AsSorted() => Gen.Select(Gen.Enum<DistanceKind>(), s_sources, Gen.Int[0, 400]).Sample((kind, source, room) =>
    {
        byte[] all = new byte[Space<TSpace>.Count];
        int[] indices = new int[room];
        byte[] distances = new byte[room];
        SpaceDistances.ToAll<TSpace>(source, all, kind);
        int count = SpaceDistances.Nearest<TSpace>(source, indices, distances, kind);
        int[] expected = all[0] == NasBench.Distances.None ? [] : [.. Enumerable.Range(0, all.Length).OrderBy(index => all[index]).Take(room)];

        Assert.Equal(expected, indices[..count]);
        Assert.Equal(expected.Select(index => all[index]), distances[..count]);
        Assert.Equal(expected.Select(index => (index, (int)all[index])), SpaceDistances.Nearest<TSpace>(source, room, kind));
    }, iter: Iterations);

    [Fact]
    public void ToAllAndNearest_WrongSpans_Throw()
    {
        Assert.Throws<ArgumentException>(() => SpaceDistances.ToAll<TSpace>(default, new byte[Space<TSpace>.Count - 1]));
        Assert.Throws<ArgumentException>(() => SpaceDistances.Nearest<TSpace>(default, new int[2], new byte[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpaceDistances.Nearest<TSpace>(default, -1));
    }

    [Fact]
    public void Distances_AnyPairOfRawCells_SameByEveryCall() => Gen.Select(Gen.Enum<DistanceKind>(), s_sources, s_sources).Sample((kind, a, b) =>
    {
        byte[] many = new byte[1];
        byte[] all = new byte[1];
        int between = NasBench.Distances.Between<TSpace>(a, b, kind);
        NasBench.Distances.ToMany<TSpace>(a, [b], many, kind);
        NasBench.Distances.BetweenAll<TSpace>([a], [b], all, kind);

        Assert.Equal([(byte)between], many);
        Assert.Equal(many, all);
        Assert.Equal(between >= 0, NasBench.Distances.IsWithin<TSpace>(a, b, 60, out int within, kind));
        Assert.Equal(between, within);
    }, iter: 300);

    private static byte Pair(DistanceKind kind, Cell a, Cell b)
        => (byte)NasBench.Distances.Between<TSpace>(a, b, kind);
}
