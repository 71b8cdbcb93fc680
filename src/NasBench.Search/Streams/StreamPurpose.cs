namespace NasBench.Search;

/// <summary>What the draws of a stream are for.</summary>
internal enum StreamPurpose : byte
{
    /// <summary>The proposals of a strategy.</summary>
    Proposals,

    /// <summary>The repeats that evaluations draw.</summary>
    Repeats,

    /// <summary>The models of a strategy.</summary>
    Models,

    /// <summary>Statistics over runs.</summary>
    Statistics,
}
