namespace NasBench.Data;

/// <summary>Lets threads work one after the other, in the order of the numbers that they hold: 0, 1, 2 and so on.</summary>
internal sealed class InOrderLock
{
    private readonly object _monitor = new();
    private long _next;
    private bool _isEnded;

    /// <summary>Waits until all earlier numbers have passed.</summary>
    /// <returns>False if there are no more turns.</returns>
    public bool Await(long number)
    {
        // Mostly the turn comes soon: sooner than a thread falls asleep and is woken up again.
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _next) != number && !spinner.NextSpinWillYield)
        {
            spinner.SpinOnce();
        }

        lock (_monitor)
        {
            while (_next != number && !_isEnded)
            {
                Monitor.Wait(_monitor);
            }

            return !_isEnded;
        }
    }

    /// <summary>Ends the turn of the thread that calls.</summary>
    public void Pass()
    {
        lock (_monitor)
        {
            _next++;
            Monitor.PulseAll(_monitor);
        }
    }

    /// <summary>Ends all turns, the running one too.</summary>
    public void End()
    {
        lock (_monitor)
        {
            _isEnded = true;
            Monitor.PulseAll(_monitor);
        }
    }
}
