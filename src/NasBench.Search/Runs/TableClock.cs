using System.Diagnostics;

namespace NasBench.Search;

/// <summary>Times one of some evaluations, and from it reckons the time of all.</summary>
/// <param name="share">One of so many is timed.</param>
internal sealed class TableClock(int share)
{
    private int _untilNext = 1;
    private long _start;
    private long _ticks;
    private bool _isTiming;

    /// <summary>The real seconds of all evaluations, as reckoned.</summary>
    public double Seconds => (double)_ticks * share / Stopwatch.Frequency;

    public void Begin()
    {
        if (--_untilNext == 0)
        {
            _untilNext = share;
            _isTiming = true;
            _start = Stopwatch.GetTimestamp();
        }
    }

    public void End()
    {
        if (_isTiming)
        {
            _isTiming = false;
            _ticks += Stopwatch.GetTimestamp() - _start;
        }
    }
}
