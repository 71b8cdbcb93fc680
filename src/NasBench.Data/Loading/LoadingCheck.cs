using System.Globalization;

namespace NasBench.Data;

/// <summary>
/// Checks a decoded record: the graph against the space, the hash and the parameter count against the graph, the values against what can be measured.
/// </summary>
/// <param name="builder">What was found correct so far.</param>
/// <param name="trustsHashes">Whether the first hash of a cell is believed, to be checked with all others at the end.</param>
/// <param name="cancellationToken">Ends long work early.</param>
internal sealed class LoadingCheck(DatasetBuilder builder, bool trustsHashes, CancellationToken cancellationToken)
{
    /// <summary>Cells hashed one by one before the whole space is hashed, which then costs less than going on.</summary>
    private const int FewCells = 65_536;

    private ModuleHash[]? _spaceHashes;
    private int _cellsHashed;

    /// <summary>Checks a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="index">The index of its cell, or -1.</param>
    /// <param name="detail">What was found and what was expected, where something is wrong.</param>
    public FaultKind Check(in NasRecord record, out int index, out string detail)
    {
        detail = string.Empty;
        CellStatus status = Space<Nas101>.TryLocate(record.Cell, out index);
        if (status != CellStatus.Ok)
        {
            detail = $"the graph is outside of the search space: {record.Cell.Describe()}";
            return status == CellStatus.UnknownOperation ? FaultKind.UnknownOperation : FaultKind.BadGraph;
        }

        ModuleHash hash = ExpectHash(record, index);
        if (record.Hash != hash)
        {
            detail = $"the hash is {record.Hash}, expected that of the graph, {hash}";
            return FaultKind.HashMismatch;
        }

        int trueParameters = TrueParameters.OfAllCells[index];
        if (record.TrainableParameters is int parameters && parameters != trueParameters)
        {
            detail = string.Create(
                CultureInfo.InvariantCulture, $"the record tells of {parameters} trainable parameters, expected {trueParameters}, those of the graph");
            return FaultKind.ParameterMismatch;
        }

        if (!RecordConsistency.AreValuesPossible(record))
        {
            detail = RecordConsistency.Describe(FaultKind.ImpossibleValue, record, index);
            return FaultKind.ImpossibleValue;
        }

        if (!builder.Accepts(record.Epochs))
        {
            detail = RecordConsistency.Describe(FaultKind.BadEpochs, record, index);
            return FaultKind.BadEpochs;
        }

        return FaultKind.None;
    }

    private ModuleHash ExpectHash(in NasRecord record, int index) =>
        builder.TryGetHash(index, out ModuleHash known) ? known : trustsHashes && record.Hash != default ? record.Hash : ComputeHash(index);

    private ModuleHash ComputeHash(int index)
    {
        if (_spaceHashes is null && _cellsHashed++ < FewCells)
        {
            return Space<Nas101>.HashAt(index);
        }

        _spaceHashes ??= Space<Nas101>.ComputeHashes(Space<Nas101>.Count, null, cancellationToken);
        return _spaceHashes[index];
    }
}
