namespace NasBench.Search;

/// <summary>The times at which curves of several runs are compared.</summary>
public static class TimeGrid
{
    /// <summary>The number of times unless another one is asked for.</summary>
    public const int DefaultCount = 200;

    /// <summary>Times with equal distances on a logarithmic axis, from the latest beginning of any curve, so that each has a value at all of them.</summary>
    /// <param name="curves">The curves.</param>
    /// <param name="end">The last time: the budget.</param>
    /// <param name="count">The number of times, at least 2.</param>
    /// <returns>
    /// The times, the first and the last one exact. None where a curve begins only at <paramref name="end"/> or later, or there is no curve. Where all begin at
    /// 0, which such an axis does not have, the first time is the first change of any of them.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 2.</exception>
    public static double[] Create(IEnumerable<StepCurve> curves, double end, int count = DefaultCount)
    {
        ArgumentNullException.ThrowIfNull(curves);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        StepCurve[] all = [.. curves];
        double start = all.Select(curve => curve.FirstTime).DefaultIfEmpty(double.PositiveInfinity).Max();
        if (start <= 0)
        {
            start = all.Select(curve => curve.Times.ToArray().FirstOrDefault(time => time > 0, double.PositiveInfinity)).Min();
        }

        if (!(start < end))
        {
            return [];
        }

        double[] times = new double[count];
        for (int i = 0; i < count; i++)
        {
            times[i] = start * Math.Pow(end / start, i / (count - 1.0));
        }

        times[0] = start;
        times[^1] = end;
        return times;
    }
}
