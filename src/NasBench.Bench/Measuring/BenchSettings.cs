namespace NasBench.Bench;

/// <summary>How much to measure.</summary>
/// <param name="Cells">Cells and hashes drawn for the rows that draw some.</param>
/// <param name="PlainCells">Of these, how many are drawn for the straightforward way.</param>
/// <param name="MaxVertices">Of the cells in the synthetic file.</param>
/// <param name="Total">For everything, what comes before the first row included. Each row gets its share of what is left, so a slow
/// machine measures less, not longer.</param>
/// <param name="RowMinimum">For a row, even if nothing is left.</param>
public sealed record BenchSettings(int Cells, int PlainCells, int MaxVertices, TimeSpan Total, TimeSpan RowMinimum)
{
    /// <summary>Rounds of a row at most: enough for a median.</summary>
    public int MaxRounds { get; init; } = 9;

    /// <summary>What the command does: within a minute, with room for a row that takes longer than its share.</summary>
    public static BenchSettings Full { get; } = new(1 << 20, 1 << 15, Cell.MaxVertices, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(1));

    /// <summary>A second in all, to see that everything works. The numbers mean nothing.</summary>
    public static BenchSettings Quick { get; } = new(1 << 12, 1 << 8, 5, TimeSpan.Zero, TimeSpan.Zero)
    {
        MaxRounds = 2,
    };
}
