using System.Globalization;

namespace NasBench.Data;

/// <summary>Checks decoded records: the graph against the space, the hash and the parameter count against the graph.</summary>
/// <remarks>
/// Hashing a graph costs more than all else. It is done once for a cell, and the other records of the cell must repeat the hash that was
/// found right. The few new cells of a chunk have little in common that hashing them together could use; the space in its own
/// order has much, and costs no more than some thousand cells out of order. So a file with that many gets the hashes of the whole space.
/// </remarks>
internal sealed class RecordChecker(DatasetBuilder builder, int chunkSize, bool expectsManyCells)
{
    /// <summary>Cells hashed out of order before the whole space is hashed instead.</summary>
    private const int FewCells = 4096;

    private readonly Cell[] _cells = new Cell[chunkSize];
    private readonly int[] _indices = new int[chunkSize];
    private readonly ModuleHash[] _hashes = new ModuleHash[chunkSize];
    private readonly Cell[] _newCells = new Cell[chunkSize];
    private readonly ModuleHash[] _newHashes = new ModuleHash[chunkSize];
    private ModuleHash[]? _spaceHashes;
    private int _cellsUntilSpace = expectsManyCells ? 0 : FewCells;
    private int _latestIndex = -1;
    private long _latestParameters;

    /// <summary>Locates all records of a chunk and finds the true hashes of their graphs.</summary>
    public void Prepare(ReadOnlySpan<LoadedRecord> chunk, CancellationToken cancellationToken)
    {
        Span<Cell> cells = _cells.AsSpan(0, chunk.Length);
        for (int i = 0; i < chunk.Length; i++)
        {
            cells[i] = chunk[i].Cell;
        }

        Space<Nas101>.Locate(cells, _indices);
        if (_spaceHashes is null && _cellsUntilSpace < chunk.Length)
        {
            _spaceHashes = Space<Nas101>.ComputeHashes(Space<Nas101>.Count, null, cancellationToken);
        }

        if (_spaceHashes is null)
        {
            HashNewCells(cells);
        }
        else
        {
            LookUpHashes(chunk.Length, _spaceHashes);
        }
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

    private void LookUpHashes(int count, ModuleHash[] spaceHashes)
    {
        for (int i = 0; i < count; i++)
        {
            int index = _indices[i];
            _hashes[i] = index >= 0 ? spaceHashes[index] : default;
        }
    }

    /// <summary>Hashes the graphs of cells that the builder does not know yet, all at once; the hashes of the others were found right before.</summary>
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

        _cellsUntilSpace -= newCount;
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
