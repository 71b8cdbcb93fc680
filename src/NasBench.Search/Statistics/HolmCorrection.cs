namespace NasBench.Search;

/// <summary>The correction of Holm (1979) for several tests: the probability of any false alarm stays below the level.</summary>
public static class HolmCorrection
{
    /// <summary>Corrects p-values.</summary>
    /// <param name="pValues">The p-values of all tests, such as those of all pairs of algorithms; each from 0 to 1.</param>
    /// <returns>A corrected one for each, in the same order: a test is significant at a level if it is at most that.</returns>
    public static double[] Correct(ReadOnlySpan<double> pValues)
    {
        double[] sorted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] corrected = new double[sorted.Length];
        double greatest = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            greatest = Math.Max(greatest, Math.Min((sorted.Length - i) * sorted[i], 1));
            corrected[order[i]] = greatest;
        }

        return corrected;
    }
}
