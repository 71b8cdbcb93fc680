namespace NasBench.Analysis;

/// <summary>Which cells have a value: those whose value is not NaN.</summary>
internal static class PresentValues
{
    /// <summary>The number of cells with a value.</summary>
    public static int Count(ReadOnlySpan<double> values)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Whether every cell has a value.</summary>
    public static bool AreAll(ReadOnlySpan<double> values) => Count(values) == values.Length;
}
