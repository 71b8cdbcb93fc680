using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Graphs;

public class IsomorphismTests
{
    private static readonly ReferenceSpace s_space = ReferenceSpace.Nas101;

    [Fact]
    public void AreIsomorphic_AnyPair_AsTryingEveryRenaming() =>
        Gen.Select(CellGens.Raw(s_space, 2, 5), CellGens.Raw(s_space, 2, 5)).Sample(
            (a, b) => AssertSame(a, b), iter: 3_000);

    [Fact]
    public void AreIsomorphic_Renamed_True() =>
        CellGens.WithRenaming(CellGens.Valid(s_space)).Sample(
            (cell, renamed) => Assert.True(Space<Nas101>.AreIsomorphic(EngineCells.Create(cell), EngineCells.Create(renamed))), iter: 3_000);

    [Fact]
    public void AreIsomorphic_RenamedThenOneNameChanged_AsTryingEveryRenaming() =>
        Gen.Select(CellGens.WithRenaming(CellGens.Raw(s_space, 3, 7)), Gen.Int[1, 5], Gen.Int[0, 2]).Sample((pair, vertex, code) =>
        {
            string[] names = [.. pair.Renamed.Operations];
            names[1 + (vertex % (names.Length - 2))] = s_space.Operations[code];
            AssertSame(pair.Cell, new ReferenceCell(pair.Renamed.Matrix, names));
        }, iter: 1_000);

    [Fact]
    public void AreIsomorphic_DenseCellsOutsideTheSpace_AsTryingEveryRenaming() =>
        CellGens.WithRenaming(CellGens.Raw(s_space, 6, 7).Where(raw => raw.Prune() is { EdgeCount: > 9 })).Sample(
            (cell, renamed) => AssertSame(cell, renamed), iter: 300);

    [Fact]
    public void AreIsomorphic_Disconnected_False()
    {
        Assert.False(Space<Nas101>.AreIsomorphic(default, default));
        Assert.False(Space<Nas101>.AreIsomorphic(default, Cell.Parse("0100 input,output")));
        Assert.False(Space<Nas101>.AreIsomorphic(Cell.Parse("0100 input,output"), default));
    }

    private static void AssertSame(ReferenceCell a, ReferenceCell b)
    {
        Cell cellA = EngineCells.Create(a);
        Cell cellB = EngineCells.Create(b);
        bool expected = ReferenceIsomorphism.AreIsomorphic(a, b);

        Assert.Equal(expected, Space<Nas101>.AreIsomorphic(cellA, cellB));
        Assert.Equal(expected, Space<Nas101>.AreIsomorphic(cellB, cellA));
    }
}
