using System.Globalization;

namespace NasBench.Data;

/// <summary>Checks decoded records: the graph against the space, the hash and the parameter count against the graph.</summary>
/// <remarks>
/// Hashing a graph costs more than all else, so it is done once for a cell, for many cells at a time; the other records of a cell
/// must repeat the hash that was found right.
/// </remarks>
internal sealed class RecordChecker(DatasetBuilder builder, int chunkSize)
{
    private readonly Cell[] _cells = new Cell[chunkSize];
    private readonly int[] _indices = new int[chunkSize];
    private readonly ModuleHash[] _hashes = new ModuleHash[chunkSize];
    private readonly Cell[] _newCells = new Cell[chunkSize];
    private readonly ModuleHash[] _newHashes = new ModuleHash[chunkSize];
    private int _latestIndex = -1;
    private long _latestParameters;

    /// <summary>Locates all records of a chunk and hashes the graphs of cells that the builder does not know yet.</summary>
    public void Prepare(ReadOnlySpan<LoadedRecord> chunk)
    {
        Span<Cell> cells = _cells.AsSpan(0, chunk.Length);
        for (int i = 0; i < chunk.Length; i++)
        {
            cells[i] = chunk[i].Cell;
        }

        Space<Nas101>.Locate(cells, _indices);
        HashNewCells(cells);
    }

    /// <summary>The index of a record of the chunk; meaningful after a check without fault.</summary>
    public int GetIndex(int i) => _indices[i];

    /// <summary>Checks record <paramref name="i"/> of the chunk.</summary>
    public FaultKind Check(int i, in LoadedRecord record, out string detail)
    {
        detail = string.Empty;
        int index = _indices[i];
        if (index < 0)
        {
            CellStatus status = record.Cell.Validate();
            detail = $"the graph is outside of the search space: {record.Cell.GetError()}";
            return status == CellStatus.UnknownOperation ? FaultKind.UnknownOperation : FaultKind.BadGraph;
        }

        if (record.Hash != _hashes[i])
        {
            detail = $"the hash is {record.Hash}, expected that of the graph, {_hashes[i]}";
            return FaultKind.HashMismatch;
        }

        if (record.TrainableParameters is int parameters && !IsParameterCountOf(index, parameters))
        {
            detail = string.Create(CultureInfo.InvariantCulture, $"the record tells of {parameters} trainable parameters, expected {_latestParameters}, those of the graph");
            return FaultKind.ParameterMismatch;
        }

        if (!builder.Accepts(record.Epochs))
        {
            detail = string.Create(CultureInfo.InvariantCulture, $"{record.Epochs} epochs are one number of epochs too many, expected at most {DatasetBuilder.MaxEpochsValues} different ones");
            return FaultKind.BadEpochs;
        }

        return FaultKind.None;
    }

    /// <summary>Fills <see cref="_hashes"/> with the true hash of every record's graph.</summary>
    private void HashNewCells(ReadOnlySpan<Cell> cells)
    {
        int newCount = 0;
        int previous = -1;
        for (int i = 0; i < cells.Length; i++)
        {
            int index = _indices[i];
            if (index >= 0 && index != previous && !builder.Contains(index))
            {
                _newCells[newCount++] = cells[i];
            }

            previous = index;
        }

        ModuleHasher.Hash(_newCells.AsSpan(0, newCount), _newHashes);

        // The same walk again, now handing out what was computed.
        newCount = 0;
        previous = -1;
        for (int i = 0; i < cells.Length; i++)
        {
            int index = _indices[i];
            if (index >= 0)
            {
                bool isNew = index != previous && !builder.Contains(index);
                _hashes[i] = isNew ? _newHashes[newCount++] : index == previous ? _hashes[i - 1] : builder.GetHash(index);
            }

            previous = index;
        }
    }

    /// <summary>Records hold the count of the class's representative. The records of a cell mostly follow each other, so the last count is kept.</summary>
    private bool IsParameterCountOf(int index, int parameters)
    {
        if (index != _latestIndex)
        {
            _latestIndex = index;
            _latestParameters = CellCosts.TrainableParametersAt(index);
        }

        return parameters == _latestParameters;
    }
}
