using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests;

/// <summary>Laws that tie the parts of the engine together, without the reference.</summary>
public class CellLawTests
{
    private const int Iterations = 5_000;

    private static readonly Gen<ReferenceCell> s_raw = CellGens.Raw(ReferenceSpace.Nas101, 2, 7);
    private static readonly Gen<ReferenceCell> s_small = CellGens.Raw(ReferenceSpace.Nas101, 2, 6);

    [Fact]
    public void Hash_Renamed_Same() => CellGens.WithRenaming(s_raw).Sample((cell, renamed) =>
        Assert.Equal(Hash(cell), Hash(renamed)), iter: Iterations);

    [Fact]
    public void Locate_Renamed_Same() => CellGens.WithRenaming(s_raw).Sample((cell, renamed) =>
        Assert.Equal(Locate(cell), Locate(renamed)), iter: Iterations);

    [Fact]
    public void HashAndLocate_DanglingVertexAdded_Same() => CellGens.WithDanglingVertex(s_small).Sample((cell, grown) =>
    {
        Assert.Equal(Hash(cell), Hash(grown));
        Assert.Equal(Locate(cell), Locate(grown));
    }, iter: Iterations);

    [Fact]
    public void HashAndLocate_ManyDanglingVerticesAdded_Same() =>
        CellGens.WithDanglingVertex(CellGens.WithDanglingVertex(CellGens.WithDanglingVertex(s_raw).Select(pair => pair.Grown)).Select(pair => pair.Grown))
            .Sample((cell, grown) => Assert.Equal(Locate(cell), Locate(grown)), iter: Iterations);

    [Fact]
    public void HashAndLocate_Pruned_Same() => s_raw.Sample(raw =>
    {
        Cell cell = EngineCells.Create(raw);
        if (cell.TryPrune(out Cell pruned))
        {
            ModuleHasher.TryHash(cell, out ModuleHash ofCell);
            ModuleHasher.TryHash(pruned, out ModuleHash ofPruned);

            Assert.Equal(ofCell, ofPruned);
            Assert.Equal(Space<Nas101>.Locate(cell), Space<Nas101>.Locate(pruned));
            Assert.Equal(cell.Validate(), pruned.Validate());
        }
    }, iter: Iterations);

    [Fact]
    public void Locate_ValidCell_HashOfTheIndexIsTheHashOfTheCell() => CellGens.Valid(ReferenceSpace.Nas101).Sample(raw =>
    {
        Cell cell = EngineCells.Create(raw);
        Assert.Equal(CellStatus.Ok, Space<Nas101>.TryLocate(cell, out int index));
        Assert.Equal(CellStatus.Ok, ModuleHasher.TryHash(cell, out ModuleHash hash));

        Assert.Equal(hash, Space<Nas101>.HashAt(index));
        Assert.True(Space<Nas101>.TryFind(hash, out int found));
        Assert.Equal(index, found);
        Assert.True(Space<Nas101>.AreIsomorphic(cell, Space<Nas101>.CellAt(index)));
    }, iter: Iterations);

    [Fact]
    public void Locate_TwoValidCells_SameIndexExactlyIfIsomorphic() =>
        Gen.Select(CellGens.Valid(ReferenceSpace.Nas101, 4), CellGens.Valid(ReferenceSpace.Nas101, 4)).Sample((a, b) =>
            Assert.Equal(Space<Nas101>.AreIsomorphic(EngineCells.Create(a), EngineCells.Create(b)), Locate(a) == Locate(b)), iter: Iterations);

    private static ModuleHash Hash(ReferenceCell raw)
    {
        ModuleHasher.TryHash(EngineCells.Create(raw), out ModuleHash hash);
        return hash;
    }

    /// <summary>The index; -1 also for a cell of which too much remains to fit a <see cref="Cell"/>.</summary>
    private static int Locate(ReferenceCell raw) => EngineCells.TryCreate<Nas101>(raw, out Cell cell) == CellStatus.Ok ? Space<Nas101>.Locate(cell) : -1;
}
