namespace NasBench.Data;

/// <summary>Whether the parts of a record fit each other and the NAS-Bench-101 space. Thread-safe; no allocation but in <see cref="Describe"/>.</summary>
public static class RecordConsistency
{
    /// <summary>
    /// The most different numbers of epochs that the records of one file may have: 64. No data set has anywhere near as many; a damaged or hostile file may.
    /// </summary>
    public const int MaxEpochsValues = 64;

    /// <summary>Finds the record's cell in the space and checks its hash, its parameters and the range of its values, in this order.</summary>
    /// <param name="record">The record.</param>
    /// <param name="index">The cell's index in the space, or -1 where it is not in the space.</param>
    /// <returns>
    /// <see cref="FaultKind.None"/>, <see cref="FaultKind.BadGraph"/>, <see cref="FaultKind.UnknownOperation"/>, <see cref="FaultKind.HashMismatch"/>,
    /// <see cref="FaultKind.ParameterMismatch"/> or <see cref="FaultKind.ImpossibleValue"/>. Any graph isomorphic to the original's is right; a parameter count
    /// that the file does not hold is not a fault.
    /// </returns>
    public static FaultKind Check(in NasRecord record, out int index)
    {
        FaultKind kind = Locate(record.Cell, out index);
        return kind != FaultKind.None ? kind
            : !IsHashRight(record, index) ? FaultKind.HashMismatch
            : !AreParametersRight(record, index) ? FaultKind.ParameterMismatch
            : !AreValuesPossible(record) ? FaultKind.ImpossibleValue
            : FaultKind.None;
    }

    /// <summary>Finds a cell in the space.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="index">Its index, or -1.</param>
    /// <returns><see cref="FaultKind.None"/>, <see cref="FaultKind.BadGraph"/> or <see cref="FaultKind.UnknownOperation"/>.</returns>
    public static FaultKind Locate(Cell cell, out int index) => Space<Nas101>.TryLocate(cell, out index) switch
    {
        CellStatus.Ok => FaultKind.None,
        CellStatus.UnknownOperation => FaultKind.UnknownOperation,
        _ => FaultKind.BadGraph,
    };

    /// <summary>Whether the record's hash is that of its cell.</summary>
    /// <param name="record">The record.</param>
    /// <param name="index">The index of its cell.</param>
    public static bool IsHashRight(in NasRecord record, int index) => record.Hash == Space<Nas101>.HashAt(index);

    /// <summary>Whether the record holds no parameter count or that of its cell's representative, which is what the original counted.</summary>
    /// <param name="record">The record.</param>
    /// <param name="index">The index of its cell.</param>
    public static bool AreParametersRight(in NasRecord record, int index) =>
        record.TrainableParameters is not int parameters || parameters == CellCosts.TrainableParametersAt(index);

    /// <summary>
    /// Whether the record holds no value that a repeat cannot have measured: accuracies are from 0 to 1, times finite and not negative, and evaluations made
    /// from 0 to <see cref="NasRecord.Epochs"/>. An absent value (NaN) is not a fault.
    /// </summary>
    /// <param name="record">The record.</param>
    public static bool AreValuesPossible(in NasRecord record) =>
        ValueRanges.IsTime(record.TotalTime)
        && ValueRanges.Hold(record.Initial, record.Epochs)
        && ValueRanges.Hold(record.Halfway, record.Epochs)
        && ValueRanges.Hold(record.Final, record.Epochs);

    /// <summary>Whether the record's graph is the very one that the original stores for its class.</summary>
    /// <param name="record">The record.</param>
    /// <param name="index">The index of its cell.</param>
    public static bool IsRepresentative(in NasRecord record, int index) => record.Cell == Space<Nas101>.CellAt(index);

    /// <summary>One line on a fault: what was found and what was expected.</summary>
    /// <param name="kind">The fault.</param>
    /// <param name="record">The record.</param>
    /// <param name="index">The index of its cell, or -1.</param>
    public static string Describe(FaultKind kind, in NasRecord record, int index) => kind switch
    {
        FaultKind.BadGraph or FaultKind.UnknownOperation => RecordDecoder.DescribeGraph(record.Cell.Validate()),
        FaultKind.HashMismatch => $"module hash {record.Hash} is not that of the graph, expected {Space<Nas101>.HashAt(index)}",
        FaultKind.ParameterMismatch =>
            FormattableString.Invariant(
                $"{record.TrainableParameters} trainable parameters are not those of the graph, expected {CellCosts.TrainableParametersAt(index)}"),
        FaultKind.ImpossibleValue =>
            ValueRanges.Describe(new RecordedRun(record.Initial, record.Halfway, record.Final, record.TotalTime), record.Epochs),
        FaultKind.BadEpochs => FormattableString.Invariant(
            $"{record.Epochs} epochs are one number of epochs too many, expected at most {MaxEpochsValues} different ones"),
        FaultKind.NotRepresentative => $"graph {record.Cell} is not the representative of its class, expected {Space<Nas101>.CellAt(index)}",
        _ => kind.GetName(),
    };
}
