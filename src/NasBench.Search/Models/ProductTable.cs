namespace NasBench.Search;

/// <summary>
/// The product kernel of packed categorical parameters: a number that depends on which of them differ. The bits of the difference are looked up by bytes, so
/// a product of 26 factors is one of four.
/// </summary>
internal sealed class ProductTable
{
    private const int ByteBits = 8;
    private const int ByteValues = 1 << ByteBits;

    private readonly PackedParameters _parameters;
    private readonly int[] _firsts;
    private readonly double[] _products;
    private readonly int _bytes;

    public ProductTable(PackedParameters parameters)
    {
        _parameters = parameters;

        // A byte holds whole parameters, so the bits are spread: parameter k stands in the byte that Byte(k) says.
        var firsts = new List<int>();
        int start = 0;
        for (int k = 0; k < parameters.Count; k++)
        {
            if (k == 0 || parameters.Shift(k + 1) - start > ByteBits)
            {
                firsts.Add(k);
                start = parameters.Shift(k);
            }
        }

        _bytes = firsts.Count;
        _firsts = [.. firsts, parameters.Count];
        _products = new double[_bytes * ByteValues];
    }

    /// <summary>Computes the table.</summary>
    /// <param name="widths">The bandwidth of each parameter.</param>
    public void Fit(ReadOnlySpan<double> widths)
    {
        for (int group = 0; group < _bytes; group++)
        {
            Span<double> products = _products.AsSpan(group * ByteValues, ByteValues);
            products[0] = 1;
            int filled = 1;
            for (int k = _firsts[group]; k < _firsts[group + 1]; k++)
            {
                double equal = 1 - widths[k];
                double different = widths[k] / (_parameters.ValueCount(k) - 1);
                int values = 1 << (_parameters.Shift(k + 1) - _parameters.Shift(k));
                for (int value = values - 1; value >= 0; value--)
                {
                    double factor = value == 0 ? equal : different;
                    for (int rest = 0; rest < filled; rest++)
                    {
                        products[(value * filled) + rest] = products[rest] * factor;
                    }
                }

                filled *= values;
            }
        }
    }

    /// <summary>
    /// The sum of the products over some rows, times nothing: the density is it divided by their number. It stops as soon as it has passed a limit.
    /// </summary>
    /// <param name="rows">Packed rows.</param>
    /// <param name="at">A packed configuration.</param>
    /// <param name="limit">The sum is of no interest from here on.</param>
    public double Sum(ReadOnlySpan<ulong> rows, ulong at, double limit) => _bytes == 4 ? SumFour(rows, at, limit) : SumAny(rows, at, limit);

    private double SumFour(ReadOnlySpan<ulong> rows, ulong at, double limit)
    {
        ReadOnlySpan<double> products = _products.AsSpan(0, 4 * ByteValues);
        int second = _parameters.Shift(_firsts[1]);
        int third = _parameters.Shift(_firsts[2]);
        int fourth = _parameters.Shift(_firsts[3]);
        uint secondMask = (1u << (third - second)) - 1;
        uint thirdMask = (1u << (fourth - third)) - 1;
        uint firstMask = (1u << second) - 1;
        double sum = 0;
        foreach (ulong row in rows)
        {
            ulong difference = row ^ at;
            sum += products[(int)((uint)difference & firstMask)]
                * products[ByteValues + (int)((uint)(difference >> second) & secondMask)]
                * (products[(2 * ByteValues) + (int)((uint)(difference >> third) & thirdMask)]
                    * products[(3 * ByteValues) + (int)((uint)(difference >> fourth) & (ByteValues - 1))]);
            if (sum > limit)
            {
                return sum;
            }
        }

        return sum;
    }

    private double SumAny(ReadOnlySpan<ulong> rows, ulong at, double limit)
    {
        double sum = 0;
        foreach (ulong row in rows)
        {
            ulong difference = row ^ at;
            double product = 1;
            for (int group = 0; group < _bytes; group++)
            {
                int shift = _parameters.Shift(_firsts[group]);
                int width = _parameters.Shift(_firsts[group + 1]) - shift;
                product *= _products[(group * ByteValues) + (int)((difference >> shift) & ((1UL << width) - 1))];
            }

            sum += product;
            if (sum > limit)
            {
                return sum;
            }
        }

        return sum;
    }
}
