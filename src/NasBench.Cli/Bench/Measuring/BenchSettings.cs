namespace NasBench.Cli.Bench.Measuring;

/// <summary>How much to measure.</summary>
/// <param name="Cells">Cells and hashes drawn for the rows that draw some.</param>
/// <param name="PlainCells">Of these, how many are drawn for the straightforward way.</param>
/// <param name="MaxVertices">Of the cells in the synthetic file.</param>
/// <param name="WarmUp">For each contender before it is timed.</param>
/// <param name="RunBudget">The longest run of ours and of the floor; what would take longer is measured on a part.</param>
/// <param name="PlainBudget">The longest run of the straightforward way.</param>
/// <param name="RowBudget">For all rounds of a row; there are two at least.</param>
internal sealed record BenchSettings(int Cells, int PlainCells, int MaxVertices, TimeSpan WarmUp, TimeSpan RunBudget, TimeSpan PlainBudget, TimeSpan RowBudget)
{
    /// <summary>Rounds of a row at most: enough for a median.</summary>
    public int MaxRounds { get; init; } = 9;

    /// <summary>What the command does: within a minute on two cores.</summary>
    public static BenchSettings Full { get; } = new(
        1 << 20, 1 << 15, Cell.MaxVertices, Seconds(0.25), Seconds(3), Seconds(0.35), Seconds(4));

    /// <summary>A second in all, to see that everything works. The numbers mean nothing.</summary>
    public static BenchSettings Quick { get; } = new(
        1 << 12, 1 << 8, 5, Seconds(0), Seconds(0.05), Seconds(0.02), Seconds(0))
    {
        MaxRounds = 2,
    };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
