namespace NasBench.Search;

/// <summary>The front of a run as it grows. Of evaluations that are equal in both objectives the older stays.</summary>
internal sealed class FrontArchive
{
    private static readonly Comparer<ObjectivePair> s_byLoss = Comparer<ObjectivePair>.Create((one, other) => one.First.CompareTo(other.First));

    private readonly List<FrontPoint> _points = [];
    private readonly List<ObjectivePair> _values = [];

    /// <summary>The front, from the smallest loss to the largest.</summary>
    public IReadOnlyList<FrontPoint> Points => _points;

    /// <summary>Takes an evaluation, if none is at least as good in both objectives; those that it dominates go.</summary>
    public void Add(ObjectivePair value, FrontPoint point)
    {
        int place = _values.BinarySearch(value, s_byLoss);
        place = place < 0 ? ~place : place;

        // Along a front the second objective falls as the first rises. The one before, or the one with the same loss, is the strongest rival.
        if ((place > 0 && _values[place - 1].Second <= value.Second)
            || (place < _values.Count && _values[place].First == value.First && _values[place].Second <= value.Second))
        {
            return;
        }

        int end = place;
        while (end < _values.Count && _values[end].Second >= value.Second)
        {
            end++;
        }

        _values.RemoveRange(place, end - place);
        _points.RemoveRange(place, end - place);
        _values.Insert(place, value);
        _points.Insert(place, point);
    }
}
