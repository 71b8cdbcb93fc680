namespace NasBench.Data;

/// <summary>The answer to a question asked of a <see cref="Dataset"/>: found, or why not.</summary>
public enum QueryStatus : byte
{
    /// <summary>The values asked for were found (single ones may be absent: NaN).</summary>
    Found,

    /// <summary>The cell is not of the search space: disconnected, too large, or with wrong operations.</summary>
    InvalidCell,

    /// <summary>The cell is of the search space, but the data set holds nothing of it.</summary>
    NotInData,

    /// <summary>The data set, or this cell in it, has no repeat of that many epochs.</summary>
    NoSuchEpochs,

    /// <summary>The cell has repeats of that many epochs, but fewer than asked for.</summary>
    NoSuchRepeat,
}
