namespace NasBench.Plots;

/// <summary>What a figure needs beside the data set.</summary>
public enum FigureNeeds : byte
{
    /// <summary>Nothing.</summary>
    Data,

    /// <summary>The folder of a search, or several that fit together.</summary>
    Search,

    /// <summary>The folders of two searches or more, each a problem of its own.</summary>
    Searches,
}
