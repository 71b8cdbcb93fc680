namespace NasBench.Data;

/// <summary>What a data set keeps of a usual record, on its way there.</summary>
/// <remarks>
/// Usual is a record as all are in the official files: it can be decoded, its graph is the representative of a cell of the space, it tells the cell's parameter
/// count, its values have the packed form and it has no checkpoint paths. Any other record is looked at once more, by <see cref="RecordChecker"/>, before it is
/// kept or refused.
/// </remarks>
internal struct LoadedRecord
{
    public PackedTraining Training;
    public int Parameters;

    /// <summary>The number of its <see cref="RecordHead"/> in the block; -1 where the record is not <see cref="IsUsual"/>.</summary>
    public int Head;

    public readonly bool IsUsual => Head >= 0;
}
