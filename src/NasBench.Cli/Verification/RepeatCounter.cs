using System.Globalization;

namespace NasBench.Cli;

/// <summary>Counts the repeats of each cell by epochs, and lists the cells that have fewer than others.</summary>
/// <remarks>Time and memory follow the number of repeats counted, whatever cells and numbers of epochs they are of.</remarks>
internal sealed class RepeatCounter
{
    /// <summary>Notes beyond this number are only counted.</summary>
    public const int MostNotes = 1000;

    private readonly SortedDictionary<int, EpochsCounts> _counts = [];
    private readonly bool[] _hasAny = new bool[Space<Nas101>.Count];
    private EpochsCounts? _latest;
    private int _cells;

    /// <summary>Counts repeats.</summary>
    public void Add(int index, int epochs, int count = 1)
    {
        if (_latest?.Epochs != epochs && !_counts.TryGetValue(epochs, out _latest))
        {
            _latest = new EpochsCounts(epochs);
            _counts.Add(epochs, _latest);
        }

        _latest!.Add(index, count);
        if (!_hasAny[index])
        {
            _hasAny[index] = true;
            _cells++;
        }
    }

    /// <summary>Cells that have any repeat.</summary>
    public int CountCells() => _cells;

    /// <summary>A note for each cell and number of epochs with fewer repeats than the most that any cell has.</summary>
    public List<Note> FindShortages()
    {
        int[] cells = ListCells();
        List<Note> notes = [];
        long unlisted = 0;
        foreach (EpochsCounts counts in _counts.Values)
        {
            (int most, int cellsWithMost) = counts.FindMost();
            int shortages = cells.Length - cellsWithMost;

            // Each step lists a cell, or meets one of those that have the most: no more than were counted.
            for (int i = 0; shortages > 0 && notes.Count < MostNotes; i++)
            {
                int count = counts[cells[i]];
                if (count != most)
                {
                    notes.Add(Describe(cells[i], counts.Epochs, count, most));
                    shortages--;
                }
            }

            unlisted += shortages;
        }

        if (unlisted > 0)
        {
            notes.Add(new Note(null, null, null, string.Create(CultureInfo.InvariantCulture, $"{unlisted} more cells have fewer repeats than others")));
        }

        return notes;
    }

    private int[] ListCells()
    {
        int[] cells = new int[_cells];
        int count = 0;
        for (int index = 0; count < cells.Length; index++)
        {
            if (_hasAny[index])
            {
                cells[count++] = index;
            }
        }

        return cells;
    }

    private static Note Describe(int index, int epochs, int count, int most)
    {
        ModuleHash hash = Space<Nas101>.HashAt(index);
        string repeats = count == 1 ? "1 repeat" : string.Create(CultureInfo.InvariantCulture, $"{count} repeats");
        return new Note(hash, epochs, count, string.Create(CultureInfo.InvariantCulture, $"cell {hash} has {repeats} at {epochs} epochs, others have {most}"));
    }
}
