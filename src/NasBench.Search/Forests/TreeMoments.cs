namespace NasBench.Search;

/// <summary>What a forest makes of the values of its trees.</summary>
internal static class TreeMoments
{
    /// <summary>The mean of the trees, and their sample variance.</summary>
    /// <param name="values">The values, those of one tree a stride apart from the next.</param>
    /// <param name="stride">The stride.</param>
    /// <param name="trees">The number of trees.</param>
    /// <param name="variance">Receives the variance; 0 of one tree.</param>
    /// <returns>The mean.</returns>
    public static double Of(ReadOnlySpan<double> values, int stride, int trees, out double variance)
    {
        double sum = 0;
        for (int tree = 0; tree < trees; tree++)
        {
            sum += values[tree * stride];
        }

        double mean = sum / trees;
        double squares = 0;
        for (int tree = 0; tree < trees; tree++)
        {
            double gap = values[tree * stride] - mean;
            squares += gap * gap;
        }

        variance = trees > 1 ? squares / (trees - 1) : 0;
        return mean;
    }
}
