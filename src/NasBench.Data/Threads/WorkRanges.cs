namespace NasBench.Data;

/// <summary>Things numbered from 0, divided into pieces of the same size, but for the last.</summary>
/// <param name="Total">The number of things.</param>
/// <param name="Size">How many make a piece.</param>
internal readonly record struct WorkRanges(int Total, int Size)
{
    /// <summary>The number of pieces.</summary>
    public int Count => (int)(((long)Total + Size - 1) / Size);

    /// <summary>The things of a piece.</summary>
    public Range this[int piece] => (piece * Size)..(int)Math.Min(((long)piece + 1) * Size, Total);
}
