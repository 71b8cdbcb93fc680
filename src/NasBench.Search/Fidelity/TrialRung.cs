namespace NasBench.Search;

/// <summary>The trials that have ended at one rung of ASHA, by loss; of equal losses the one that ended first is the better.</summary>
/// <remarks>To add a trial moves those with a larger loss, which is fast as they lie side by side. For one run and one thread.</remarks>
internal sealed class TrialRung
{
    private double[] _losses = [];
    private int[] _trials = [];
    private int _firstWaiting;

    /// <summary>The number of trials.</summary>
    public int Count { get; private set; }

    /// <summary>Takes in a trial.</summary>
    /// <param name="trial">Its number, from 0.</param>
    /// <param name="loss">Its loss.</param>
    /// <returns>How many have a strictly lower loss.</returns>
    public int Add(int trial, double loss)
    {
        if (Count == _losses.Length)
        {
            Array.Resize(ref _losses, Math.Max(2 * Count, 64));
            Array.Resize(ref _trials, _losses.Length);
        }

        int better = FirstNotBelow(loss, includesEqual: true);
        int place = FirstNotBelow(loss, includesEqual: false);
        Array.Copy(_losses, place, _losses, place + 1, Count - place);
        Array.Copy(_trials, place, _trials, place + 1, Count - place);
        _losses[place] = loss;
        _trials[place] = trial;
        Count++;
        _firstWaiting = Math.Min(_firstWaiting, place);
        return better;
    }

    /// <summary>Takes the best trial that has not been promoted, if it is one of the best n/eta, rounded down.</summary>
    /// <param name="eta">One of so many goes on.</param>
    /// <param name="trial">Its number.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryPromote(int eta, out int trial)
    {
        // A promoted trial keeps its place and is marked by the complement of its number.
        while (_firstWaiting < Count && _trials[_firstWaiting] < 0)
        {
            _firstWaiting++;
        }

        if (_firstWaiting >= Count / eta)
        {
            trial = -1;
            return false;
        }

        trial = _trials[_firstWaiting];
        _trials[_firstWaiting++] = ~trial;
        return true;
    }

    private int FirstNotBelow(double loss, bool includesEqual)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_losses[middle] < loss || (!includesEqual && _losses[middle] == loss))
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
