namespace NasBench.Analysis;

/// <summary>What reports say where the data do not hold the whole space.</summary>
internal static class DataCoverage
{
    /// <summary>One sentence on what is left out, or none where every cell has a value.</summary>
    /// <param name="values">The values.</param>
    /// <param name="consequence">What that means for the numbers, as the end of the sentence.</param>
    public static string[] Notes(ReadOnlySpan<double> values, string consequence)
    {
        int count = PresentValues.Count(values);
        return count == values.Length
            ? []
            : [$"The data have a value for {ReportText.Count(count)} of the {ReportText.Count(values.Length)} cells of the space: {consequence}."];
    }
}
