using System.Globalization;

namespace NasBench.Cli;

/// <summary>Bytes, speed and remaining time of a transfer, in words. Safe to use from several threads.</summary>
/// <param name="total">How many bytes there will be.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class TransferMeter(long total, TimeProvider clock) : IProgress<long>
{
    private const double Mebi = 1 << 20;
    private const double Kibi = 1 << 10;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<(long Time, long Bytes)> _samples = [];
    private long _newest;
    private long _bytes;

    /// <summary>How many bytes there are.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>
    /// Tells how many bytes there are now. The first call gives those that were there before; fewer than before mean that the transfer begins again.
    /// </summary>
    public void Report(long value)
    {
        lock (_lock)
        {
            long now = clock.GetTimestamp();
            if (value < _bytes)
            {
                _samples.Clear();
            }

            _bytes = value;
            if (_samples.Count == 0 || clock.GetElapsedTime(_newest, now) >= s_step)
            {
                _samples.Enqueue((now, value));
                _newest = now;
            }
        }
    }

    /// <summary>
    /// Such as <c>104.2/498.5 MiB  5.1 MiB/s  1:17 left</c>; without a speed in the first second, and without a remaining time while nothing comes.
    /// </summary>
    public string Describe()
    {
        lock (_lock)
        {
            string bytes = string.Create(CultureInfo.InvariantCulture, $"{_bytes / Mebi:0.0}/{total / Mebi:0.0} MiB");
            if (FindSpeed() is not { } speed)
            {
                return bytes;
            }

            string rate = speed < Mebi
                ? string.Create(CultureInfo.InvariantCulture, $"{speed / Kibi:0} KiB/s")
                : string.Create(CultureInfo.InvariantCulture, $"{speed / Mebi:0.0} MiB/s");
            return speed >= 1 && (total - _bytes) / speed is < 360_000 and double seconds
                ? $"{bytes}  {rate}  {Words(TimeSpan.FromSeconds(seconds))} left"
                : $"{bytes}  {rate}";
        }
    }

    /// <summary>Bytes a second over the last ten seconds: the pauses between attempts count.</summary>
    private double? FindSpeed()
    {
        long now = clock.GetTimestamp();
        while (_samples.Count > 1 && clock.GetElapsedTime(_samples.Peek().Time, now) > s_window)
        {
            _samples.Dequeue();
        }

        if (!_samples.TryPeek(out (long Time, long Bytes) oldest))
        {
            return null;
        }

        TimeSpan elapsed = clock.GetElapsedTime(oldest.Time, now);
        return elapsed < s_shortest ? null : (_bytes - oldest.Bytes) / elapsed.TotalSeconds;
    }

    private static string Words(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
}
