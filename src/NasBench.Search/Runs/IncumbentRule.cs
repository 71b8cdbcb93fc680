namespace NasBench.Search;

/// <summary>
/// Which evaluation is the best so far, where numbers of epochs differ. Within one number a strictly smaller loss wins, so that the older stays in a tie.
/// </summary>
public enum IncumbentRule : byte
{
    /// <summary>The smallest loss at any number of epochs, as in nas_benchmarks and DEHB.</summary>
    Any,

    /// <summary>An evaluation after more epochs replaces one after fewer, as in HpBandSter's trajectories.</summary>
    Largest,

    /// <summary>Only evaluations after the most epochs that the data hold.</summary>
    Full,
}
