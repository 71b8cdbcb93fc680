using NasBench.Data.Tests.Datasets;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Storage;

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
        // Cells with 1, 2 and 45 records, these at two numbers of epochs, among cells with three.
        using Dataset data = RecordFile.WriteAndLoad([
            .. from index in Enumerable.Range(0, 50) from repeat in Enumerable.Range(0, 3) select TestRecord.Synthetic(index, 108, repeat),
            TestRecord.Synthetic(60, 4, 0), TestRecord.Synthetic(61, 4, 0), TestRecord.Synthetic(61, 108, 0),
            .. Enumerable.Range(0, 5).Select(repeat => TestRecord.Synthetic(62, 4, repeat)),
            .. Enumerable.Range(0, 40).Select(repeat => TestRecord.Synthetic(62, 12, repeat))]);
        RunStore store = data.Store;
        CellBlocks blocks = CellBlocks.OfRecords(store, records, CancellationToken.None);
        List<(int Index, int Epochs, int Repeat)> found = [];
        int most = 0;
        for (int block = 0; block < blocks.Count; block++)
        {
            int[] ofBlock = ToArray(blocks[block]);
            int count = found.Count;
            foreach (int index in ofBlock)
            {
                found.AddRange(RecordsOf(blocks[block], index));
            }

            count = found.Count - count;
            Assert.NotEmpty(ofBlock);
            Assert.InRange(count, 1, records);
            Assert.True(ofBlock.Length == 1 || ofBlock.Sum(index => All(index).Count) == count, $"block {block} has parts of several cells");
            most = Math.Max(most, count);
        }

        Assert.Equal(data.GetIndicesByHash().ToArray().SelectMany(All), found);
        Assert.Equal(most, blocks.MostRecords);
        Assert.InRange(blocks.Count, 1, (2 * found.Count / records) + 1);

        List<(int Index, int Epochs, int Repeat)> All(int index) =>
            [.. from epochs in data.Epochs.ToArray() from repeat in Enumerable.Range(0, data.GetRepeatCount(index, epochs)) select (index, epochs, repeat)];

        List<(int Index, int Epochs, int Repeat)> RecordsOf(CellBlock block, int index)
        {
            List<(int Index, int Epochs, int Repeat)> records = [];
            foreach ((int position, int repeat) in block.RecordsOf(index))
            {
                records.Add((index, data.Epochs[position], repeat));
            }

            return records;
        }
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(3, 67)]
    [InlineData(100, 2)]
    [InlineData(200, 1)]
    [InlineData(1000, 1)]
    public void OfCells_AnySize_HoldsAllCellsInOrder(int size, int count)
    {
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));
        CellBlocks blocks = CellBlocks.OfCells(data.Store, size, CancellationToken.None);
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
