namespace NasBench.Cli;

/// <summary>How many repeats each cell has at one number of epochs: a table of the cells met, or, once they are many, of the whole space.</summary>
/// <param name="epochs">The number of epochs.</param>
internal sealed class EpochsCounts(int epochs)
{
    /// <summary>The most cells in a table of those met: with more, one of the whole space takes not much more memory, and is faster.</summary>
    private const int FewCells = 4096;

    private readonly Dictionary<int, int> _ofFew = [];
    private int[]? _ofAll;

    /// <summary>The number of epochs.</summary>
    public int Epochs => epochs;

    /// <summary>The number of a cell's repeats.</summary>
    public int this[int index] => _ofAll is null ? _ofFew.GetValueOrDefault(index) : _ofAll[index];

    /// <summary>Counts repeats of a cell.</summary>
    public void Add(int index, int count)
    {
        if (_ofAll is null)
        {
            _ofFew[index] = _ofFew.GetValueOrDefault(index) + count;
            if (_ofFew.Count > FewCells)
            {
                _ofAll = new int[Space<Nas101>.Count];
                foreach ((int cell, int counted) in _ofFew)
                {
                    _ofAll[cell] = counted;
                }

                _ofFew.Clear();
            }
        }
        else
        {
            _ofAll[index] += count;
        }
    }

    /// <summary>The most repeats that any cell has, and how many cells have as many.</summary>
    public (int Most, int Cells) FindMost()
    {
        IEnumerable<int> counts = _ofAll ?? (IEnumerable<int>)_ofFew.Values;
        int most = 0;
        int cells = 0;
        foreach (int count in counts)
        {
            cells = count > most ? 1 : cells + (count == most && count > 0 ? 1 : 0);
            most = Math.Max(most, count);
        }

        return (most, cells);
    }
}
