namespace NasBench.Data;

/// <summary>The order in which a synthetic file holds its records.</summary>
public enum RecordOrder
{
    /// <summary>By module hash, then epochs, then repeat: the same bytes every time.</summary>
    Hash,

    /// <summary>
    /// All records shuffled by a seed, as the records of the original files are. For tests of readers; the bytes for a seed may change between versions.
    /// </summary>
    Shuffled,
}
