namespace NasBench.Search;

/// <summary>
/// A value that changes at moments and stays between them, such as the regret of a run. Nothing is drawn in a straight line from one value to the next: an
/// accuracy in between was never measured.
/// </summary>
public sealed class StepCurve
{
    private readonly double[] _times;
    private readonly double[] _values;

    /// <summary>Takes the moments of change.</summary>
    /// <param name="times">When, ascending. Of several changes at one time the last one holds.</param>
    /// <param name="values">The value from then on.</param>
    /// <exception cref="ArgumentException">There are no moments, not a value for each, or they do not ascend.</exception>
    public StepCurve(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        if (times.IsEmpty || times.Length != values.Length)
        {
            throw new ArgumentException($"a curve needs one value or more, and one for each time, not {values.Length} for {times.Length}", nameof(values));
        }

        for (int i = 1; i < times.Length; i++)
        {
            if (!(times[i] >= times[i - 1]))
            {
                throw new ArgumentException("times do not ascend", nameof(times));
            }
        }

        _times = times.ToArray();
        _values = values.ToArray();
    }

    /// <summary>When the curve begins.</summary>
    public double FirstTime => _times[0];

    /// <summary>The moments of change.</summary>
    public ReadOnlySpan<double> Times => _times;

    /// <summary>The value from each moment on.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The value at a time: that of the last change until then, itself included.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The value; NaN before the curve begins.</returns>
    public double At(double time)
    {
        int place = ChangesUntil(time);
        return place == 0 ? double.NaN : _values[place - 1];
    }

    /// <summary>When the curve is first at most a target.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The time; infinity where it never is.</returns>
    public double TimeTo(double target)
    {
        int place = Array.FindIndex(_values, value => value <= target);
        return place < 0 ? double.PositiveInfinity : _times[place];
    }

    /// <summary>
    /// The mean of the value over the logarithm of time: the area below the curve with a logarithmic axis, divided by the length of that axis.
    /// </summary>
    /// <param name="start">The first time, above 0 and not before the curve begins.</param>
    /// <param name="end">The last time, after <paramref name="start"/>.</param>
    /// <returns>The mean, exact for the steps of the curve.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is outside its range.</exception>
    public double MeanOverLogTime(double start, double end)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(start, FirstTime);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        double area = 0;
        double from = start;
        for (int place = ChangesUntil(start); place < _times.Length && _times[place] < end; place++)
        {
            area += _values[place - 1] * Math.Log(_times[place] / from);
            from = _times[place];
        }

        area += At(from) * Math.Log(end / from);
        return area / Math.Log(end / start);
    }

    /// <summary>The number of changes that are not after a time.</summary>
    private int ChangesUntil(double time)
    {
        int low = 0;
        int high = _times.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_times[middle] <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
