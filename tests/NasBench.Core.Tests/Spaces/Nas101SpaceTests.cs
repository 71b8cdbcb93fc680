using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Spaces;

public class Nas101SpaceTests : HashedSpaceContract<Nas101>
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
            Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, mask, labels, out Cell cell));
            CellStatus status = Space<Nas101>.TryLocate(cell, out int index);

            // The pruned cell is a key only: its meaning comes from the reference, and pruning is tested by itself.
            cell.TryPrune(out Cell pruned);
            if (!hashes.TryGetValue(pruned, out (CellStatus Status, string? Hash) expected))
            {
                ReferenceCell raw = ReferenceCell.FromMask(7, mask, names);
                expected = (CellStatuses.OfMessage(space.GetError(raw)), space.IsValid(raw) ? space.Hash(raw) : null);
                hashes.Add(pruned, expected);
            }

            Assert.True(expected.Status == status);
            Assert.True(status == CellStatus.Ok ? Space<Nas101>.HashAt(index) == ModuleHash.Parse(expected.Hash!) : index == -1);
        }
    }

    [Fact]
    public void Locate_EveryMaskInBatches_AsOneByOne()
    {
        // 1,021 is prime: every mask comes to stand in every lane sooner or later, and each batch has a remainder.
        Cell[] cells = new Cell[1_021];
        int[] indices = new int[cells.Length];
        for (uint start = 0; start < 1u << 21; start += (uint)cells.Length)
        {
            int count = (int)Math.Min((uint)cells.Length, (1u << 21) - start);
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, start + (uint)i, [(byte)(i % 3), 1, 0, (byte)(i % 2), 2], out cells[i]));
            }

            Space<Nas101>.Locate(cells.AsSpan(0, count), indices);
            for (int i = 0; i < count; i++)
            {
                Assert.True(Space<Nas101>.Locate(cells[i]) == indices[i]);
            }
        }
    }

    [Fact]
    public void Forwarders_Nas101_AnswerAsTheSpace()
    {
        for (int index = 0; index < Space<Nas101>.Count; index += 997)
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
    public void Tables_SameDeclarationElsewhere_Same()
    {
        Assert.Equal(Nas101.OperationNames, Nas101Again.OperationNames);
        Assert.Equal(Nas101.EdgeTails, Nas101Again.EdgeTails);
        Assert.Equal(Nas101.EdgeHeads, Nas101Again.EdgeHeads);
        Assert.Equal(Nas101.Relabellings, Nas101Again.Relabellings);
        Assert.Equal(Nas101.EdgeRelabellings, Nas101Again.EdgeRelabellings);
        Assert.Equal(Nas101.TopologyMasks, Nas101Again.TopologyMasks);
        Assert.Equal(Nas101.TopologyClasses, Nas101Again.TopologyClasses);
        Assert.Equal(Nas101.TopologyRelabellings, Nas101Again.TopologyRelabellings);
        Assert.Equal(Nas101.ClassTopologies, Nas101Again.ClassTopologies);
        Assert.Equal(Nas101.ClassFirstIndices, Nas101Again.ClassFirstIndices);
        Assert.Equal(Nas101.ClassGroups, Nas101Again.ClassGroups);
        Assert.Equal(Nas101.GroupStarts, Nas101Again.GroupStarts);
        Assert.Equal(Nas101.GroupMembers, Nas101Again.GroupMembers);
        Assert.Equal(Nas101.FirstRoundDigests, Nas101Again.FirstRoundDigests);
        Assert.Equal(
            (Nas101.MaxVertices, Nas101.MaxEdges, Nas101.OperationCount, Nas101.CellCount),
            (Nas101Again.MaxVertices, Nas101Again.MaxEdges, Nas101Again.OperationCount, Nas101Again.CellCount));
    }

    [Fact]
    public void CellAtAndHashAt_SameDeclarationElsewhere_SameAnswers()
    {
        for (int index = 0; index < Space<Nas101>.Count; index += 97)
        {
            Cell cell = Space<Nas101>.CellAt(index);

            Assert.Equal(cell, Space<Nas101Again>.CellAt(index));
            Assert.Equal(index, Space<Nas101Again>.Locate(cell));
            Assert.Equal(Space<Nas101>.HashAt(index), Space<Nas101Again>.HashAt(index));
        }
    }
}
