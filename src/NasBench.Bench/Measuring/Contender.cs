using System.Diagnostics;

namespace NasBench.Bench;

/// <summary>One way of doing the work of a row, timed run by run.</summary>
public sealed class Contender
{
    private const int FirstSlice = 64;
    private const int FirstCalls = 40;

    private readonly List<double> _times = [];
    private readonly int _items;
    private readonly Func<int, int, int> _run;
    private readonly bool _isWhole;
    private int _next;
    private int _count;

    /// <summary>Names the work.</summary>
    /// <param name="items">Items of work there are: cells, hashes, records.</param>
    /// <param name="run">Does some of the items, given the first and their number; gives the number done.</param>
    /// <param name="isWhole">Whether the work cannot be split.</param>
    public Contender(int items, Func<int, int, int> run, bool isWhole = false)
    {
        (_items, _run, _isWhole) = (items, run, isWhole);
        _count = items;
    }

    /// <summary>How much longer an item of the row takes than one of these items; other than 1 where the straightforward way has more to do.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The part of the items that a run does, 0 to 1.</summary>
    public double Part => (double)_count / _items;

    /// <summary>Bytes allocated by the run that allocated least.</summary>
    public long AllocatedBytes { get; private set; } = long.MaxValue;

    /// <summary>Nanoseconds an item, the median of all runs.</summary>
    public double Median => Weight * Bench.Median.Of(_times);

    /// <summary>The distance from the fastest to the slowest run, as a part of the median.</summary>
    public double Spread => (_times.Max() - _times.Min()) * Weight / Median;

    /// <summary>Calls often enough, on little, that the compiler takes notice.</summary>
    public void Touch()
    {
        for (int i = 0; i < (_isWhole ? 1 : FirstCalls); i++)
        {
            _run(0, _isWhole ? _items : Math.Min(FirstSlice, _items));
        }
    }

    /// <summary>Warms up on growing parts, then decides how many items a run does.</summary>
    public void Prepare(TimeSpan warmUp, TimeSpan budget)
    {
        if (_isWhole)
        {
            return;
        }

        long start = Stopwatch.GetTimestamp();
        double rate;
        int slice = FirstSlice;
        do
        {
            slice = Math.Min(2 * slice, _items);
            rate = Time(0, slice, out _);
        }
        while (slice < _items && Stopwatch.GetElapsedTime(start) < warmUp);

        _count = (int)Math.Clamp(budget.TotalNanoseconds / rate, Math.Min(FirstSlice, _items), _items);
    }

    /// <summary>One timed run, on items that follow those of the run before.</summary>
    public void Run()
    {
        if (_next + _count > _items)
        {
            _next = 0;
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        double rate = Time(_next, _count, out int done);
        AllocatedBytes = Math.Min(AllocatedBytes, GC.GetAllocatedBytesForCurrentThread() - before);
        _times.Add(rate);
        _next += done;
    }

    private double Time(int first, int count, out int done)
    {
        long start = Stopwatch.GetTimestamp();
        done = _run(first, count);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / done;
    }
}
