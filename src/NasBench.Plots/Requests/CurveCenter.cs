namespace NasBench.Plots;

/// <summary>Which value of many runs a curve shows.</summary>
public enum CurveCenter : byte
{
    /// <summary>The arithmetic mean, as in figure 7 of the paper.</summary>
    Mean,

    /// <summary>The median, as in figure 8.</summary>
    Median,
}
