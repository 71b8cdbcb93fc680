namespace NasBench.Data;

/// <summary>Collects records, in file order, into the columns of a <see cref="ColumnStore"/>.</summary>
/// <remarks>
/// Cells get places in order of arrival, or, where the file may hold the whole space, at their index, so that the usual whole
/// file needs no second copy. Columns are as long as the file allows at most; memory that no record reaches is never touched.
/// </remarks>
internal sealed class DatasetBuilder
{
    /// <summary>No data set has anywhere near as many numbers of epochs; a damaged or hostile file may.</summary>
    public const int MaxEpochsValues = 64;

    private readonly bool _placesAreIndices;
    private readonly int _capacity;
    private readonly int[] _placesPlusOne = new int[Space<Nas101>.Count];
    private readonly ModuleHash[] _hashes;
    private readonly int[] _parameters;
    private readonly Dictionary<int, Cell> _unusualCells = [];
    private readonly List<RunColumn> _columns = [];
    private RunColumn? _latestColumn;
    private int _latestIndex = -1;
    private Cell _latestCell;
    private int _cellCount;
    private long _recordCount;

    /// <param name="maxRecords">No more records will be added.</param>
    public DatasetBuilder(long maxRecords)
    {
        _placesAreIndices = maxRecords >= Space<Nas101>.Count;
        _capacity = (int)Math.Min(maxRecords, Space<Nas101>.Count);
        _hashes = new ModuleHash[_capacity];
        _parameters = new int[_capacity];
    }

    public bool Contains(int index) => _placesPlusOne[index] != 0;

    /// <summary>The hash of a cell that was added.</summary>
    public ModuleHash GetHash(int index) => _hashes[_placesPlusOne[index] - 1];

    /// <summary>Whether another record with this number of epochs can be added.</summary>
    public bool Accepts(int epochs) => epochs > 0 && (TryFindColumn(epochs) is not null || _columns.Count < MaxEpochsValues);

    /// <summary>Adds a record that was found correct; the first record of a cell decides what is kept for the whole cell.</summary>
    public void Add(int index, in LoadedRecord loaded)
    {
        var record = new RecordDetails(loaded.Training, loaded.Cell, loaded.TrainableParameters, loaded.CheckpointPaths);
        int parameters = record.TrainableParameters ?? ColumnStore.AbsentParameters;
        if (!Contains(index))
        {
            AddCell(index, loaded.Hash, loaded.Cell, parameters);
        }

        int place = _placesPlusOne[index] - 1;
        bool isUsual = record.CheckpointPaths is null && _parameters[place] == parameters && CellOf(index) == loaded.Cell;
        ColumnFor(loaded.Epochs).Add(place, index, record, isUsual);
        _recordCount++;
    }

    /// <summary>The finished store. The builder must not be used afterwards.</summary>
    public ColumnStore Build()
    {
        _columns.Sort((left, right) => left.Epochs.CompareTo(right.Epochs));
        if (_placesAreIndices && _cellCount == Space<Nas101>.Count)
        {
            return new ColumnStore(new CellSet(ListIndices()), _hashes, _parameters, _unusualCells, [.. _columns], _recordCount);
        }

        int[] indices = ListIndices();
        int[] places = Array.ConvertAll(indices, index => _placesPlusOne[index] - 1);
        return new ColumnStore(
            new CellSet(indices),
            Array.ConvertAll(places, place => _hashes[place]),
            Array.ConvertAll(places, place => _parameters[place]),
            _unusualCells,
            [.. _columns.Select(column => column.Gather(places))],
            _recordCount);
    }

    private void AddCell(int index, ModuleHash hash, Cell cell, int parameters)
    {
        int place = _placesAreIndices ? index : _cellCount;
        _placesPlusOne[index] = place + 1;
        _cellCount++;
        _hashes[place] = hash;
        _parameters[place] = parameters;
        if (cell != Space<Nas101>.CellAt(index))
        {
            _unusualCells.Add(index, cell);
        }
    }

    /// <summary>What is kept as the cell's graph. The records of a cell mostly follow each other, so the last answer is kept.</summary>
    private Cell CellOf(int index)
    {
        if (index != _latestIndex)
        {
            _latestIndex = index;
            _latestCell = _unusualCells.TryGetValue(index, out Cell cell) ? cell : Space<Nas101>.CellAt(index);
        }

        return _latestCell;
    }

    private RunColumn ColumnFor(int epochs)
    {
        RunColumn? column = TryFindColumn(epochs);
        if (column is null)
        {
            column = new RunColumn(epochs, _capacity);
            _columns.Add(column);
        }

        return _latestColumn = column;
    }

    private RunColumn? TryFindColumn(int epochs)
    {
        if (_latestColumn?.Epochs == epochs)
        {
            return _latestColumn;
        }

        foreach (RunColumn column in _columns)
        {
            if (column.Epochs == epochs)
            {
                return column;
            }
        }

        return null;
    }

    private int[] ListIndices()
    {
        int[] indices = new int[_cellCount];
        int count = 0;
        for (int index = 0; index < _placesPlusOne.Length; index++)
        {
            if (Contains(index))
            {
                indices[count++] = index;
            }
        }

        return indices;
    }
}
