namespace NasBench.Analysis;

/// <summary>A column with its ranks, which are found once for all comparisons with other columns.</summary>
/// <param name="values">The values; NaN where there is none. They are kept and must not be changed.</param>
internal sealed class RankedColumn(double[] values)
{
    private readonly double[] _values = values;
    private readonly DenseRanks _ranks = DenseRanks.Of(values);

    /// <summary>Compares two columns over the rows that have both.</summary>
    /// <param name="x">The first column.</param>
    /// <param name="y">The second, of as many rows.</param>
    /// <param name="topPercent">Only rows whose y is at least that of rank round(n p / 100) among the n rows that have both; half to even, at least 1.</param>
    public static CorrelationValues Compare(RankedColumn x, RankedColumn y, double topPercent = 100)
    {
        int[] rows = Select(x, y, topPercent);
        double pearson = Correlation.Pearson(Gather(x._values, rows), Gather(y._values, rows));
        var pairs = new RankedPairs(Gather(x._ranks.Places, rows), x._ranks.Count, Gather(y._ranks.Places, rows), y._ranks.Count);
        return new CorrelationValues(rows.Length, pearson, pairs.Spearman(), pairs.Kendall());
    }

    private static int[] Select(RankedColumn x, RankedColumn y, double topPercent)
    {
        int[] rows = new int[x._values.Length];
        int count = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            if (x._ranks.Places[row] >= 0 && y._ranks.Places[row] >= 0)
            {
                rows[count++] = row;
            }
        }

        rows = rows[..count];
        if (topPercent >= 100 || count == 0)
        {
            return rows;
        }

        double[] sorted = [.. Gather(y._values, rows)];
        Array.Sort(sorted);
        double least = sorted[count - Math.Max((int)Math.Round(count * topPercent / 100, MidpointRounding.ToEven), 1)];
        return Array.FindAll(rows, row => y._values[row] >= least);
    }

    private static T[] Gather<T>(T[] column, int[] rows)
    {
        // All rows, as they are: most often the data lack nothing.
        if (rows.Length == column.Length)
        {
            return column;
        }

        var gathered = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            gathered[i] = column[rows[i]];
        }

        return gathered;
    }
}
