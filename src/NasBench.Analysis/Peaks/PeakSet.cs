namespace NasBench.Analysis;

/// <summary>Cells that count as peaks of a landscape, and the rule that chose them. Values are mean test accuracies at one number of epochs.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PeakSet
{
    private readonly int[] _cells;

    private PeakSet(string name, string rule, double threshold, int[] cells)
    {
        Name = name;
        Rule = rule;
        Threshold = threshold;
        _cells = cells;
    }

    /// <summary>A short name, as reports have it: <c>best</c>, <c>peaks</c> or <c>top_1_percent</c>.</summary>
    public string Name { get; }

    /// <summary>The rule, as a sentence.</summary>
    public string Rule { get; }

    /// <summary>The least value of a cell of the set; NaN where there is none.</summary>
    public double Threshold { get; }

    /// <summary>The indices of the cells, ascending; none where no cell has a value.</summary>
    public ReadOnlySpan<int> Cells => _cells;

    /// <summary>The best cell; of several with the same value that with the least hash.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <returns>A set of one cell.</returns>
    public static PeakSet Best(Landscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        int best = FindBest(landscape);
        return new PeakSet(
            "best", "The cell with the best mean test accuracy.", best >= 0 ? landscape.Longest.Test[best] : double.NaN, best >= 0 ? [best] : []);
    }

    /// <summary>
    /// The peaks of the NAS-Bench-101 paper (section 3.3): the best cell, and all whose mean is within two standard errors of its mean. The paper does not say
    /// of what the errors are; here it is the standard error of the best cell's own mean (sample deviation over the square root of the number of repeats).
    /// </summary>
    /// <param name="landscape">The landscape.</param>
    /// <returns>The set. Where the best cell has one repeat, it holds the cells of the same value alone.</returns>
    public static PeakSet WithinTwoErrors(Landscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        int best = FindBest(landscape);
        double threshold = double.NaN;
        if (best >= 0)
        {
            ReadOnlySpan<double> repeats = landscape.Longest.TestOfRepeats(best);
            double error = repeats.Length > 1 ? Search.Samples.Deviation(repeats) / Math.Sqrt(repeats.Length) : 0;
            threshold = landscape.Longest.Test[best] - (2 * error);
        }

        return new PeakSet(
            "peaks",
            "The best cell, and all cells whose mean test accuracy is within two standard errors of its mean: of the best cell's repeats, ddof 1.",
            threshold,
            Above(landscape.Longest.Test, threshold));
    }

    /// <summary>A part of the cells, the best ones: all whose value is at least that of rank round(n * part), at least one.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="percent">The part in percent, above 0 and at most 100.</param>
    /// <returns>The set; ties at the threshold are all in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is out of range.</exception>
    public static PeakSet Top(Landscape landscape, int percent)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        double[] values = [.. landscape.Longest.Test.ToArray().Where(value => !double.IsNaN(value))];
        Array.Sort(values);
        int rank = Math.Max((int)Math.Round(values.Length * (percent / 100.0)), 1);
        double threshold = values.Length > 0 ? values[^rank] : double.NaN;
        return new PeakSet(
            $"top_{percent}_percent",
            $"The best {percent} percent of the cells by mean test accuracy, with all that have the value of the last of them.",
            threshold,
            Above(landscape.Longest.Test, threshold));
    }

    private static int FindBest(Landscape landscape)
    {
        ReadOnlySpan<double> values = landscape.Longest.Test;
        int best = -1;
        for (int index = 0; index < values.Length; index++)
        {
            bool isBetter = !double.IsNaN(values[index])
                && (best < 0
                    || values[index] > values[best]
                    || (values[index] == values[best] && landscape.GetHash(index).CompareTo(landscape.GetHash(best)) < 0));
            best = isBetter ? index : best;
        }

        return best;
    }

    private static int[] Above(ReadOnlySpan<double> values, double threshold)
    {
        List<int> cells = [];
        for (int index = 0; index < values.Length; index++)
        {
            if (values[index] >= threshold)
            {
                cells.Add(index);
            }
        }

        return [.. cells];
    }
}
