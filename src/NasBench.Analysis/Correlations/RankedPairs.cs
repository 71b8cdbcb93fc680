namespace NasBench.Analysis;

/// <summary>Pairs of values by their ranks: what rank correlations are computed from. Linear in the pairs but for Kendall's, which is n log n.</summary>
internal readonly ref struct RankedPairs
{
    private readonly int[] _x;
    private readonly int[] _y;
    private readonly int[] _countsX;
    private readonly int[] _countsY;

    /// <param name="x">The places of the first values, none below 0.</param>
    /// <param name="countX">More than any of them.</param>
    /// <param name="y">The places of the second values.</param>
    /// <param name="countY">More than any of them.</param>
    public RankedPairs(int[] x, int countX, int[] y, int countY)
    {
        _x = x;
        _y = y;
        _countsX = Count(x, countX);
        _countsY = Count(y, countY);
    }

    /// <summary>Spearman's rho: Pearson's correlation of ranks, of which equal values share the mean.</summary>
    public double Spearman() => Correlation.Pearson(MeanRanks(_x, _countsX), MeanRanks(_y, _countsY));

    /// <summary>Kendall's tau-b, by Knight's way (1966): pairs in the order of x are counted that y has the other way around.</summary>
    public double Kendall()
    {
        int n = _x.Length;
        long all = Pairs(n);
        long tiedX = TiedPairs(_countsX);
        long tiedY = TiedPairs(_countsY);
        if (all == tiedX || all == tiedY)
        {
            return double.NaN;
        }

        (long discordant, long tiedBoth) = CountDiscordant(Order());
        double difference = all - tiedX - tiedY + tiedBoth - (2.0 * discordant);
        return Math.Clamp(difference / Math.Sqrt(all - tiedX) / Math.Sqrt(all - tiedY), -1, 1);
    }

    private static int[] Count(int[] places, int count)
    {
        int[] counts = new int[count];
        foreach (int place in places)
        {
            counts[place]++;
        }

        return counts;
    }

    private static double[] MeanRanks(int[] places, int[] counts)
    {
        double[] ofPlace = new double[counts.Length];
        int before = 0;
        for (int place = 0; place < counts.Length; place++)
        {
            // The mean of the ranks before + 1 to before + count.
            ofPlace[place] = before + ((counts[place] + 1) / 2.0);
            before += counts[place];
        }

        return Array.ConvertAll(places, place => ofPlace[place]);
    }

    private static long Pairs(long n) => n * (n - 1) / 2;

    private static long TiedPairs(int[] counts)
    {
        long pairs = 0;
        foreach (int count in counts)
        {
            pairs += Pairs(count);
        }

        return pairs;
    }

    /// <summary>The pairs in the order of x and, of equal x, of y: sorted by y, then by x without disturbing that order.</summary>
    private int[] Order()
    {
        int[] byY = new int[_x.Length];
        int[] next = Starts(_countsY);
        for (int i = 0; i < byY.Length; i++)
        {
            byY[next[_y[i]]++] = i;
        }

        int[] order = new int[_x.Length];
        next = Starts(_countsX);
        foreach (int i in byY)
        {
            order[next[_x[i]]++] = i;
        }

        return order;
    }

    private static int[] Starts(int[] counts)
    {
        int[] starts = new int[counts.Length];
        for (int place = 1; place < counts.Length; place++)
        {
            starts[place] = starts[place - 1] + counts[place - 1];
        }

        return starts;
    }

    private (long Discordant, long TiedBoth) CountDiscordant(int[] order)
    {
        // A tree of sums (Fenwick 1994) holds how many pairs so far have each y: those with a larger one are discordant.
        int[] sums = new int[_countsY.Length + 1];
        long discordant = 0;
        long tiedBoth = 0;
        int equal = 0;
        for (int i = 0; i < order.Length; i++)
        {
            int y = _y[order[i]];
            int notLarger = 0;
            for (int node = y + 1; node > 0; node &= node - 1)
            {
                notLarger += sums[node];
            }

            discordant += i - notLarger;
            for (int node = y + 1; node < sums.Length; node += node & -node)
            {
                sums[node]++;
            }

            equal = i > 0 && _x[order[i - 1]] == _x[order[i]] && _y[order[i - 1]] == y ? equal + 1 : 0;
            tiedBoth += equal;
        }

        return (discordant, tiedBoth);
    }
}
