using System.Diagnostics;

namespace NasBench.Search;

/// <summary>The real time that a strategy takes between evaluations, piece by piece.</summary>
internal sealed class OwnTime
{
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>The seconds since the last evaluation ended.</summary>
    public double SinceEvaluation => Stopwatch.GetElapsedTime(_last).TotalSeconds;

    /// <summary>An evaluation has ended.</summary>
    public void Restart() => _last = Stopwatch.GetTimestamp();
}
