namespace NasBench.Search;

/// <summary>What an evaluation answers.</summary>
public enum RewardRule : byte
{
    /// <summary>One repeat, drawn uniformly.</summary>
    Repeat,

    /// <summary>The mean over all repeats, which costs their mean training time, as one training would.</summary>
    Mean,
}
