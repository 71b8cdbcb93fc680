using NasBench.Conformance.Tests.Reading;

namespace NasBench.Conformance.Tests.Neighbors;

public class NeighborVectorTests
{
    [Fact]
    public void GetEdit_EveryVector_AsTheOriginal() => Assert.All(NeighborVector.All, vector =>
    {
        Cell cell = vector.ToCell();

        Assert.Equal(vector.Edits.Length, NasBench.Neighbors.GetEditCount(cell));
        for (int edit = 0; edit < vector.Edits.Length; edit++)
        {
            Assert.Equal(vector.Edits[edit], Describe(NasBench.Neighbors.GetEdit(cell, edit), vector.Hash));
        }
    });

    [Fact]
    public void WriteRaw_EveryVector_AsTheOriginal() => Assert.All(NeighborVector.All, vector =>
    {
        int[] indices = new int[NasBench.Neighbors.MaxCount];
        int count = NasBench.Neighbors.WriteIndices(vector.ToCell(), indices, NeighborKind.Raw);

        Assert.Equal(vector.NWithMultiplicity, count);
        Assert.Equal(
            vector.Edits.Where(edit => edit.Length == ModuleHash.TextLength),
            indices[..count].Select(index => Space<Nas101>.HashAt(index).ToString()));

        count = NasBench.Neighbors.WriteDistinctIndices(vector.ToCell(), indices, NeighborKind.Raw);
        Assert.Equal(vector.Neighbors, indices[..count].Select(index => Space<Nas101>.HashAt(index).ToString()).Order(StringComparer.Ordinal));
    });

    private static string Describe(Cell edited, string? own) => Space<Nas101>.TryLocate(edited, out int index) switch
    {
        CellStatus.Disconnected => NeighborVector.Disconnected,
        CellStatus.TooManyEdges => NeighborVector.TooManyEdges,
        CellStatus.Ok when Space<Nas101>.HashAt(index).ToString() == own => NeighborVector.Self,
        _ => Space<Nas101>.HashAt(index).ToString(),
    };
}
