using System.Runtime.InteropServices;

namespace NasBench.Data;

/// <summary>
/// The best cells of a data set among those that were offered, at most a fixed number: a heap with the worst of them on top, which a better one replaces.
/// </summary>
/// <param name="store">The data set.</param>
/// <param name="capacity">The most cells that are kept.</param>
internal sealed class BestCells(RunStore store, int capacity)
{
    // The smallest value comes first and, of equal values, the largest hash: what has to go when a better cell comes.
    private readonly PriorityQueue<int, Place> _kept = new();
    private Place _worst;

    /// <summary>Keeps a cell if it belongs to the best so far.</summary>
    /// <param name="index">The cell, which is in the data and was not offered before.</param>
    /// <param name="value">What it is ranked by; NaN is left out.</param>
    public void Offer(int index, double value)
    {
        if (double.IsNaN(value) || capacity == 0)
        {
            return;
        }

        // Most cells are worse than all that are kept, and are not hashed.
        if (_kept.Count < capacity)
        {
            _kept.Enqueue(index, new Place(value, store.GetHash(index)));
        }
        else if (value >= _worst.Value)
        {
            _kept.EnqueueDequeue(index, new Place(value, store.GetHash(index)));
        }
        else
        {
            return;
        }

        _kept.TryPeek(out _, out _worst);
    }

    /// <summary>The cells that were kept, the best first. This object must not be used afterwards.</summary>
    public RankedCell[] Rank()
    {
        var ranking = new RankedCell[_kept.Count];
        while (_kept.TryDequeue(out int index, out Place place))
        {
            int rank = _kept.Count + 1;
            ranking[rank - 1] = new RankedCell(rank, index, place.Hash, store.GetCell(index), place.Value);
        }

        return ranking;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(double Value, ModuleHash Hash) : IComparable<Place>
    {
        public int CompareTo(Place other)
        {
            int byValue = Value.CompareTo(other.Value);
            return byValue != 0 ? byValue : other.Hash.CompareTo(Hash);
        }
    }
}
