namespace NasBench.Search;

/// <summary>
/// Non-dominated ranks and crowding distances in two objectives (Deb et al., "A fast and elitist multiobjective genetic algorithm: NSGA-II", 2002), for up to a
/// number of points. Nothing allocates after the start; one thread.
/// </summary>
/// <param name="capacity">The most points.</param>
internal sealed class ParetoRanking(int capacity)
{
    private readonly int[] _order = new int[capacity];
    private readonly int[] _ranks = new int[capacity];
    private readonly double[] _crowding = new double[capacity];
    private readonly ObjectivePair[] _last = new ObjectivePair[capacity];
    private readonly int[] _front = new int[capacity];

    /// <summary>The rank of each point: 0 where no other point dominates it, then those that only points of lower ranks dominate.</summary>
    public ReadOnlySpan<int> Ranks => _ranks;

    /// <summary>
    /// How far the neighbours of each point in its front lie apart: in each objective the distance between the two, as a part of the front's range, added up;
    /// infinite at both ends. Equal points are neighbours in the order in which they are given.
    /// </summary>
    public ReadOnlySpan<double> Crowding => _crowding;

    /// <summary>Whether one point comes before another: by rank, then by crowding distance, the lonelier first.</summary>
    public bool IsBetter(int one, int other)
        => _ranks[one] < _ranks[other] || (_ranks[one] == _ranks[other] && _crowding[one] > _crowding[other]);

    /// <summary>Ranks points.</summary>
    /// <param name="points">The points; no NaN.</param>
    public void Rank(ReadOnlySpan<ObjectivePair> points)
    {
        int count = points.Length;
        Sort(points);
        int fronts = 0;
        for (int i = 0; i < count; i++)
        {
            // Of the points before it, the last one of a front has the least second objective: if that one does not dominate, none of the front does.
            ObjectivePair point = points[_order[i]];
            int rank = 0;
            while (rank < fronts && _last[rank].Dominates(point))
            {
                rank++;
            }

            fronts = Math.Max(fronts, rank + 1);
            _last[rank] = point;
            _ranks[_order[i]] = rank;
        }

        for (int rank = 0; rank < fronts; rank++)
        {
            Crowd(points, rank);
        }
    }

    private void Crowd(ReadOnlySpan<ObjectivePair> points, int rank)
    {
        int size = 0;
        for (int i = 0; i < points.Length; i++)
        {
            if (_ranks[_order[i]] == rank)
            {
                _front[size++] = _order[i];
            }
        }

        ObjectivePair first = points[_front[0]];
        ObjectivePair last = points[_front[size - 1]];
        for (int i = 0; i < size; i++)
        {
            if (i == 0 || i == size - 1)
            {
                _crowding[_front[i]] = double.PositiveInfinity;
                continue;
            }

            ObjectivePair before = points[_front[i - 1]];
            ObjectivePair after = points[_front[i + 1]];
            _crowding[_front[i]] = Part(after.First - before.First, last.First - first.First) + Part(before.Second - after.Second, first.Second - last.Second);
        }
    }

    /// <summary>A part of a range; nothing of one that has no extent, or that infinities have left without a number.</summary>
    private static double Part(double distance, double range) => range > 0 && double.IsFinite(range) ? distance / range : 0;

    /// <summary>Sorts places by first and second objective, then as they are given, by insertion: there are some tens of them.</summary>
    private void Sort(ReadOnlySpan<ObjectivePair> points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            int place = i;
            for (; place > 0 && IsBefore(points[i], points[_order[place - 1]]); place--)
            {
                _order[place] = _order[place - 1];
            }

            _order[place] = i;
        }
    }

    private static bool IsBefore(ObjectivePair one, ObjectivePair other)
        => one.First < other.First || (one.First == other.First && one.Second < other.Second);
}
