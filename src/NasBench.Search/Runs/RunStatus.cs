namespace NasBench.Search;

/// <summary>How a run ended.</summary>
public enum RunStatus : byte
{
    /// <summary>The budget was spent.</summary>
    Finished,

    /// <summary>The strategy had nothing more to propose, or only proposed what costs nothing, too often in a row.</summary>
    Exhausted,
}
