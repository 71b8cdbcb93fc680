using System.Diagnostics;

namespace NasBench.Search;

/// <summary>
/// Times evaluations: every one while steps are slow, and one of some while they are so fast that reading the clock would be much of a step; from that one
/// the time of all is reckoned.
/// </summary>
/// <param name="share">One of so many is timed while steps are fast.</param>
internal sealed class TableClock(int share)
{
    /// <summary>A microsecond. Reading the clock twice takes about a twentieth of it.</summary>
    private static readonly long s_slowStep = Math.Max(Stopwatch.Frequency / 1_000_000, 1);

    private int _untilNext = 1;
    private int _interval = 1;
    private long _start;
    private long _lastEnd;
    private long _ticks;
    private bool _isTiming;

    /// <summary>The real seconds of all evaluations, as reckoned.</summary>
    public double Seconds => (double)_ticks / Stopwatch.Frequency;

    /// <summary>The number of evaluations that the next one that is timed stands for: those since the last one, and itself.</summary>
    internal int Interval => _interval;

    public void Begin()
    {
        if (--_untilNext == 0)
        {
            _isTiming = true;
            _start = Stopwatch.GetTimestamp();
        }
    }

    public void End()
    {
        if (_isTiming)
        {
            _isTiming = false;
            Take(_start, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Takes an evaluation that was timed.</summary>
    internal void Take(long start, long end)
    {
        _ticks += (end - start) * _interval;
        bool isSlow = end - _lastEnd > s_slowStep * _interval;
        _lastEnd = end;
        _interval = isSlow ? 1 : share;
        _untilNext = _interval;
    }
}
