using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>Collects records, in file order, into the columns of a <see cref="ColumnStore"/>.</summary>
/// <remarks>
/// Cells get places in order of arrival, or, where the file may hold the whole space, at their index, so that the usual whole
/// file needs no second copy. Columns are as long as the file allows at most; memory that no record reaches is never touched.
/// A cell that has a hash is there: no cell has a hash of all zeros.
/// </remarks>
internal sealed class DatasetBuilder
{
    private readonly int[]? _placesPlusOne; // null where places are indices
    private readonly LargeArray<ModuleHash> _hashes;
    private readonly Dictionary<int, KeptCell> _noncanonicalCells = [];
    private readonly List<RunColumn> _columns = [];
    private RunColumn? _latestColumn;
    private int _cellCount;
    private long _recordCount;

    /// <param name="maxRecords">The most records that will be added.</param>
    public DatasetBuilder(long maxRecords)
    {
        if (maxRecords < Space<Nas101>.Count)
        {
            _placesPlusOne = new int[Space<Nas101>.Count];
        }

        _hashes = new LargeArray<ModuleHash>((int)Math.Min(maxRecords, Space<Nas101>.Count));
    }

    /// <summary>The hash of a cell, if it was added.</summary>
    public bool TryGetHash(int index, out ModuleHash hash)
    {
        int place = PlaceOf(index);
        hash = place >= 0 ? _hashes[place] : default;
        return hash != default;
    }

    /// <summary>Whether another record with this number of epochs can be added.</summary>
    public bool Accepts(int epochs) => epochs > 0 && (TryFindColumn(epochs) is not null || _columns.Count < RecordConsistency.MaxEpochsValues);

    /// <summary>Asks the processor to have what <see cref="TryAdd"/> writes to in its cache soon: about 40 KB for a block, all at once, which takes half the
    /// time of asking for each some cells ahead.</summary>
    public void Prefetch(ReadOnlySpan<RecordHead> heads)
    {
        if (_placesPlusOne is null)
        {
            foreach (ref readonly RecordHead head in heads)
            {
                _hashes.Prefetch(head.Index);
                TryFindColumn(head.Epochs)?.Prefetch(head.Index);
            }
        }
    }

    /// <summary>Adds a canonical record, unless something about it must be looked at once more: it is the first of a cell whose hash must be checked or of a
    /// number of epochs, it has another hash than the cell, belongs to a noncanonical cell, or is one repeat too many for a block.</summary>
    /// <param name="head">The record's cell, which is in the space, and number of epochs.</param>
    /// <param name="recorded">What the record says about a repeat.</param>
    /// <param name="trustsHash">Whether the hash of a new cell is believed.</param>
    /// <returns>Whether it was added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(in RecordHead head, in PackedRun recorded, bool trustsHash)
    {
        int index = head.Index;
        int place = PlaceOf(index);
        RunColumn? column = TryFindColumn(head.Epochs);
        if (column is null || (_noncanonicalCells.Count > 0 && _noncanonicalCells.ContainsKey(index)))
        {
            return false;
        }

        if (place < 0 || _hashes[place] != head.Hash)
        {
            if (!trustsHash || (place >= 0 && _hashes[place] != default))
            {
                return false;
            }

            place = AddCell(index, head.Hash);
        }

        if (!column.TryAdd(place, recorded))
        {
            return false;
        }

        _recordCount++;
        return true;
    }

    /// <summary>Adds any record that was found to be correct; the first record of a cell decides what is kept for the whole cell.</summary>
    public void Add(int index, int epochs, ModuleHash hash, in RecordDetails record)
    {
        var told = new KeptCell(record.StoredCell, record.TrainableParameters);
        if (!TryGetHash(index, out _))
        {
            AddCell(index, hash);
            if (told != KeptCell.CanonicalAt(index))
            {
                _noncanonicalCells.Add(index, told);
            }
        }

        KeptCell kept = _noncanonicalCells.TryGetValue(index, out KeptCell noncanonical) ? noncanonical : KeptCell.CanonicalAt(index);
        ColumnFor(epochs).Add(PlaceOf(index), index, record, isCanonical: record.CheckpointPaths is null && told == kept);
        _recordCount++;
    }

    /// <summary>The finished store. The builder must not be used afterwards.</summary>
    public ColumnStore Build()
    {
        _columns.Sort((left, right) => left.Epochs.CompareTo(right.Epochs));
        int[] indices = ListIndices();
        if (_placesPlusOne is null && _cellCount == Space<Nas101>.Count)
        {
            return new ColumnStore(new CellSet(indices), _hashes, _noncanonicalCells, [.. _columns], _recordCount);
        }

        int[] places = Array.ConvertAll(indices, PlaceOf);
        return new ColumnStore(
            new CellSet(indices),
            _hashes.Gather(places),
            _noncanonicalCells,
            [.. _columns.Select(column => column.Gather(places))],
            _recordCount);
    }

    /// <summary>The place of a cell; -1 where it has none yet, which cannot happen where places are indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(int index) => _placesPlusOne is null ? index : _placesPlusOne[index] - 1;

    private int AddCell(int index, ModuleHash hash)
    {
        if (_placesPlusOne is not null)
        {
            _placesPlusOne[index] = _cellCount + 1;
        }

        int place = PlaceOf(index);
        _hashes[place] = hash;
        _cellCount++;
        return place;
    }

    private RunColumn ColumnFor(int epochs)
    {
        RunColumn? column = TryFindColumn(epochs);
        if (column is null)
        {
            column = new RunColumn(epochs, _hashes.Length);
            _columns.Add(column);
        }

        return _latestColumn = column;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RunColumn? TryFindColumn(int epochs) => _latestColumn?.Epochs == epochs ? _latestColumn : SearchColumn(epochs);

    private RunColumn? SearchColumn(int epochs)
    {
        foreach (RunColumn column in _columns)
        {
            if (column.Epochs == epochs)
            {
                return _latestColumn = column;
            }
        }

        return null;
    }

    private int[] ListIndices()
    {
        int[] indices = new int[_cellCount];
        int count = 0;
        for (int index = 0; count < indices.Length; index++)
        {
            if (TryGetHash(index, out _))
            {
                indices[count++] = index;
            }
        }

        return indices;
    }
}
