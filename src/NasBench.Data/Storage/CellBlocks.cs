namespace NasBench.Data;

/// <summary>The cells of a data set in the order of written files, ascending by hash, in blocks that threads work on separately.</summary>
internal sealed class CellBlocks
{
    private const int CheckInterval = 4096;
    private const int AllRecords = int.MaxValue;

    private readonly RunStore _store;
    private readonly int[] _indices;
    private readonly List<(int Start, int End, int FirstRecord, int RecordCount)> _blocks = [];

    private CellBlocks(RunStore store, CancellationToken cancellationToken)
    {
        _store = store;
        _indices = store.SortByHash(null, cancellationToken).ToArray();
    }

    /// <summary>The number of blocks.</summary>
    public int Count => _blocks.Count;

    /// <summary>The records of the block that has the most; 0 if they were not counted.</summary>
    public int MostRecords { get; private set; }

    /// <summary>A block.</summary>
    public CellBlock this[int block]
    {
        get
        {
            (int start, int end, int firstRecord, int recordCount) = _blocks[block];
            return new CellBlock(_store, _indices.AsSpan(start..end), firstRecord, recordCount);
        }
    }

    /// <summary>Blocks of the same number of cells, but for the last.</summary>
    public static CellBlocks OfCells(RunStore store, int cells, CancellationToken cancellationToken)
    {
        var blocks = new CellBlocks(store, cancellationToken);
        for (int place = 0; place < blocks._indices.Length; place += cells)
        {
            blocks._blocks.Add((place, Math.Min(place + cells, blocks._indices.Length), 0, AllRecords));
        }

        return blocks;
    }

    /// <summary>Blocks of whole cells, of about the same number of records; a cell that has more than that is divided.</summary>
    /// <param name="store">The data set.</param>
    /// <param name="records">The most records of a block.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static CellBlocks OfRecords(RunStore store, int records, CancellationToken cancellationToken)
    {
        var blocks = new CellBlocks(store, cancellationToken);
        int start = 0;
        int place = 0;
        int count = 0;
        foreach (int index in new CellBlock(store, blocks._indices, 0, AllRecords))
        {
            if (place % CheckInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int ofCell = CountRecords(store, index);
            if (ofCell > records - count)
            {
                blocks.Add(start, place, count);
                start = place;
                count = 0;
            }

            place++;
            count += ofCell;
            if (count > records)
            {
                blocks.AddDivided(start, count, records);
                start = place;
                count = 0;
            }
        }

        blocks.Add(start, place, count);
        return blocks;
    }

    private void Add(int start, int end, int count)
    {
        if (end > start)
        {
            _blocks.Add((start, end, 0, AllRecords));
            MostRecords = Math.Max(MostRecords, count);
        }
    }

    private void AddDivided(int place, int count, int records)
    {
        for (long first = 0; first < count; first += records)
        {
            _blocks.Add((place, place + 1, (int)first, records));
        }

        MostRecords = records;
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
