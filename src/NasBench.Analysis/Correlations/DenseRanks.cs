namespace NasBench.Analysis;

/// <summary>Values by their place among the distinct ones: equal values have equal places, and a larger value has a larger one.</summary>
/// <param name="Places">The place of each value, from 0; -1 for NaN.</param>
/// <param name="Count">More than any place: the number of distinct values.</param>
internal sealed record DenseRanks(int[] Places, int Count)
{
    /// <summary>Ranks values; O(n log n).</summary>
    public static DenseRanks Of(ReadOnlySpan<double> values)
    {
        int[] places = new int[values.Length];
        double[] sorted = new double[values.Length];
        int[] order = new int[values.Length];
        int present = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                places[i] = -1;
            }
            else
            {
                (sorted[present], order[present]) = (values[i], i);
                present++;
            }
        }

        Array.Sort(sorted, order, 0, present);
        int place = -1;
        for (int i = 0; i < present; i++)
        {
            place += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            places[order[i]] = place;
        }

        return new DenseRanks(places, place + 1);
    }
}
