using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

/// <summary>Blocks divide the cells of a data set without changing their order.</summary>
public sealed class CellBlocksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void OfRecords_AnySize_HoldsAllCellsInOrder(int records)
    {
        // Cells with 1, 2 and 40 records among cells with three.
        using Dataset data = RecordFile.WriteAndLoad([
            .. from index in Enumerable.Range(0, 50) from repeat in Enumerable.Range(0, 3) select TestRecord.Synthetic(index, 108, repeat),
            TestRecord.Synthetic(60, 4, 0), TestRecord.Synthetic(61, 4, 0), TestRecord.Synthetic(61, 108, 0),
            .. Enumerable.Range(0, 40).Select(repeat => TestRecord.Synthetic(62, 12, repeat))]);
        RunStore store = data.PrepareExport(CancellationToken.None);
        CellBlocks blocks = CellBlocks.OfRecords(store, records, CancellationToken.None);
        List<int> cells = [];
        int most = 0;
        for (int block = 0; block < blocks.Count; block++)
        {
            int[] ofBlock = ToArray(blocks[block]);
            int count = ofBlock.Sum(Count);
            Assert.NotEmpty(ofBlock);
            Assert.True(count <= records || ofBlock.Length == 1, $"block {block} has {count} records");
            Assert.True(block == blocks.Count - 1 || count + Count(ToArray(blocks[block + 1])[0]) > records, $"block {block} ends early");
            most = Math.Max(most, count);
            cells.AddRange(ofBlock);
        }

        Assert.Equal(data.GetIndicesByHash().ToArray(), cells);
        Assert.Equal(most, blocks.MostRecords);

        int Count(int index) => data.Epochs.ToArray().Sum(epochs => data.GetRepeatCount(index, epochs));
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(3, 67)]
    [InlineData(100, 2)]
    [InlineData(200, 1)]
    [InlineData(1000, 1)]
    public void OfCells_AnySize_HoldsAllCellsInOrder(int size, int count)
    {
        using Dataset data = Dataset.Load(TestFiles.Vector("synth_tiny.tfrecord"));
        CellBlocks blocks = CellBlocks.OfCells(data.PrepareExport(CancellationToken.None), size, CancellationToken.None);
        int[][] cells = new int[blocks.Count][];
        for (int block = 0; block < cells.Length; block++)
        {
            cells[block] = ToArray(blocks[block]);
        }

        Assert.Equal(count, blocks.Count);
        Assert.All(cells[..^1], block => Assert.Equal(size, block.Length));
        Assert.Equal(data.GetIndicesByHash().ToArray(), cells.SelectMany(block => block));
    }

    private static int[] ToArray(CellBlock block)
    {
        List<int> cells = [];
        foreach (int index in block)
        {
            cells.Add(index);
        }

        return [.. cells];
    }
}
