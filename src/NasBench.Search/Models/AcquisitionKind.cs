namespace NasBench.Search;

/// <summary>How a prediction and its uncertainty become one number by which the next evaluation is chosen.</summary>
internal enum AcquisitionKind : byte
{
    /// <summary>The mean alone.</summary>
    Mean,

    /// <summary>The confidence bound: half a standard deviation below the mean.</summary>
    Ucb,

    /// <summary>The expected improvement over the best loss so far.</summary>
    Ei,

    /// <summary>Independent Thompson sampling: a draw from the normal distribution that was predicted.</summary>
    Its,
}
