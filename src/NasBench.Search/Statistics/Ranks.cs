namespace NasBench.Search;

/// <summary>Ranks of values: 1 is the least; equal ones share the mean of their places.</summary>
public static class Ranks
{
    /// <summary>Ranks values.</summary>
    /// <param name="values">The values, in any order. Infinities have ranks.</param>
    /// <param name="ranks">Receives the rank of each.</param>
    /// <returns>The sum of t^3 - t over groups of t equal values, by which tests correct for ties: 0 where all differ.</returns>
    /// <exception cref="ArgumentException">A value is NaN, or there is not a place for each rank.</exception>
    public static double Assign(ReadOnlySpan<double> values, Span<double> ranks)
    {
        if (ranks.Length != values.Length)
        {
            throw new ArgumentException($"needs {values.Length} places, has {ranks.Length}", nameof(ranks));
        }

        double[] sorted = values.ToArray();
        int[] order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            if (double.IsNaN(sorted[i]))
            {
                throw new ArgumentException("NaN has no rank", nameof(values));
            }
        }

        Array.Sort(sorted, order);
        double ties = 0;
        for (int first = 0; first < sorted.Length;)
        {
            int end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first])
            {
                end++;
            }

            // The mean of the places first + 1 to end.
            double rank = (first + 1 + end) / 2.0;
            foreach (int i in order.AsSpan(first, end - first))
            {
                ranks[i] = rank;
            }

            double size = end - first;
            ties += (size * size * size) - size;
            first = end;
        }

        return ties;
    }
}
