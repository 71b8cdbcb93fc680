using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Spaces;

public class Nas101SpaceTests : SpaceContract<Nas101>
{
    [Fact]
    public void Locate_EveryMaskWithOneLabelling_StatusAndIndexAsTheReference()
    {
        ReferenceSpace space = ReferenceSpace.Nas101;
        byte[] labels = [0, 1, 2, 0, 1];
        string[] names = space.CreateCell(7, 0, labels).Operations;
        var hashes = new Dictionary<Cell, (CellStatus Status, string? Hash)>();
        for (uint mask = 0; mask < 1u << 21; mask++)
        {
            Assert.Equal(CellStatus.Ok, Cell.TryCreateFromMask(7, mask, labels, out Cell cell));
            CellStatus status = Nas101.TryLocate(cell, out int index);

            // The pruned cell is a key only: its meaning comes from the reference, and pruning is tested by itself.
            cell.TryPrune(out Cell pruned);
            if (!hashes.TryGetValue(pruned, out (CellStatus Status, string? Hash) expected))
            {
                ReferenceCell raw = ReferenceCell.FromMask(7, mask, names);
                expected = (Cells.CellStatuses.OfMessage(space.GetError(raw)), space.IsValid(raw) ? space.Hash(raw) : null);
                hashes.Add(pruned, expected);
            }

            Assert.True(expected.Status == status);
            Assert.True(status == CellStatus.Ok ? Nas101.HashAt(index) == ModuleHash.Parse(expected.Hash!) : index == -1);
        }
    }

    [Fact]
    public void Forwarders_Nas101_AnswerAsTheSpace()
    {
        for (int index = 0; index < Nas101.Count; index += 997)
        {
            Cell cell = Nas101.CellAt(index);

            Assert.Equal(Space<Nas101>.CellAt(index), cell);
            Assert.Equal(index, Nas101.Locate(cell));
            Assert.Equal(CellStatus.Ok, Nas101.TryLocate(cell, out int located));
            Assert.Equal(index, located);
            Assert.Equal(Space<Nas101>.HashAt(index), Nas101.HashAt(index));
            Assert.True(Nas101.TryFind(Nas101.HashAt(index), out int found));
            Assert.Equal(index, found);
            Assert.True(Nas101.AreIsomorphic(cell, cell));
        }

        Assert.Equal(Space<Nas101>.Count, Nas101.Count);
    }

    [Fact]
    public void CellAtAndHashAt_SameDeclarationElsewhere_SameAnswers()
    {
        Assert.Equal(Nas101.Count, Space<Nas101Again>.Count);
        for (int index = 0; index < Nas101.Count; index++)
        {
            Assert.True(Space<Nas101>.CellAt(index) == Space<Nas101Again>.CellAt(index));
            Assert.True(Space<Nas101>.HashAt(index) == Space<Nas101Again>.HashAt(index));
        }
    }
}
