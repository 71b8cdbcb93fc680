namespace NasBench.Data;

/// <summary>What a data set keeps of a canonical record, on its way there.</summary>
/// <remarks>
/// A record is canonical if it is like all those in the official files: it can be decoded, its graph is the representative of a cell of the space, it holds the
/// cell's parameter count, its values have the packed form and it has no checkpoint paths. Any other record is looked at once more, by
/// <see cref="LoadingCheck"/>, before it is kept or refused.
/// </remarks>
internal struct LoadedRecord
{
    public PackedRun Run;
    public int Parameters;

    /// <summary>The number of its <see cref="RecordHead"/> in the block; -1 where the record is not <see cref="IsCanonical"/>.</summary>
    public int Head;

    public readonly bool IsCanonical => Head >= 0;
}
