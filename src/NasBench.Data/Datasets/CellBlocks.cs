namespace NasBench.Data;

/// <summary>The cells of a data set in the order of written files, ascending by hash, in blocks that threads work on apart.</summary>
internal sealed class CellBlocks
{
    private readonly RunStore _store;
    private readonly int[] _indices;
    private readonly List<int> _starts = [0];

    private CellBlocks(RunStore store, CancellationToken cancellationToken)
    {
        _store = store;
        _indices = store.SortByHash(null, cancellationToken).ToArray();
    }

    /// <summary>The number of blocks.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>The records of the block that has the most; 0 if nobody counted them.</summary>
    public int MostRecords { get; private set; }

    /// <summary>The cells of a block.</summary>
    public CellBlock this[int block] => new(_store, _indices.AsSpan(_starts[block].._starts[block + 1]));

    /// <summary>Blocks of equally many cells, but for the last.</summary>
    public static CellBlocks OfCells(RunStore store, int cells, CancellationToken cancellationToken)
    {
        var blocks = new CellBlocks(store, cancellationToken);
        for (int place = cells; place < blocks._indices.Length; place += cells)
        {
            blocks._starts.Add(place);
        }

        return blocks.End();
    }

    /// <summary>Blocks of about equally many records.</summary>
    /// <param name="store">The data set.</param>
    /// <param name="records">The most records of a block, unless a single cell has more.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static CellBlocks OfRecords(RunStore store, int records, CancellationToken cancellationToken)
    {
        var blocks = new CellBlocks(store, cancellationToken);
        int place = 0;
        int count = 0;
        foreach (int index in new CellBlock(store, blocks._indices))
        {
            int ofCell = CountRecords(store, index);
            if (count > 0 && ofCell > records - count)
            {
                blocks._starts.Add(place);
                count = 0;
            }

            place++;
            count += ofCell;
            blocks.MostRecords = Math.Max(blocks.MostRecords, count);
        }

        return blocks.End();
    }

    private CellBlocks End()
    {
        if (_indices.Length > 0)
        {
            _starts.Add(_indices.Length);
        }

        return this;
    }

    private static int CountRecords(RunStore store, int index)
    {
        int count = 0;
        for (int epochs = 0; epochs < store.Epochs.Length; epochs++)
        {
            count = checked(count + store.GetRepeatCount(index, epochs));
        }

        return count;
    }
}
