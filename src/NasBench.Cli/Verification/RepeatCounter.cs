using System.Globalization;

namespace NasBench.Cli;

/// <summary>Counts the trainings of each cell by epochs, and lists the cells that have fewer than others.</summary>
internal sealed class RepeatCounter
{
    /// <summary>Notes beyond this number are only counted.</summary>
    public const int MostNotes = 1000;

    private readonly SortedDictionary<int, int[]> _counts = [];

    /// <summary>Counts a training.</summary>
    public void Add(int index, int epochs)
    {
        if (!_counts.TryGetValue(epochs, out int[]? counts))
        {
            counts = new int[Space<Nas101>.Count];
            _counts.Add(epochs, counts);
        }

        counts[index]++;
    }

    /// <summary>Cells that have any training.</summary>
    public int CountCells() => Enumerable.Range(0, Space<Nas101>.Count).Count(HasAny);

    /// <summary>A note for each cell and number of epochs with fewer trainings than the most that any cell has.</summary>
    public List<Note> FindShortages()
    {
        List<Note> notes = [];
        int unlisted = 0;
        foreach ((int epochs, int[] counts) in _counts)
        {
            int most = counts.Max();
            for (int index = 0; index < counts.Length; index++)
            {
                if (counts[index] == most || !HasAny(index))
                {
                    continue;
                }

                if (notes.Count < MostNotes)
                {
                    notes.Add(Describe(index, epochs, counts[index], most));
                }
                else
                {
                    unlisted++;
                }
            }
        }

        if (unlisted > 0)
        {
            notes.Add(new Note(null, null, null, string.Create(CultureInfo.InvariantCulture, $"{unlisted} more cells have fewer repeats than others")));
        }

        return notes;
    }

    private static Note Describe(int index, int epochs, int count, int most)
    {
        ModuleHash hash = Space<Nas101>.HashAt(index);
        string repeats = count == 1 ? "1 repeat" : string.Create(CultureInfo.InvariantCulture, $"{count} repeats");
        return new Note(hash, epochs, count, string.Create(CultureInfo.InvariantCulture, $"cell {hash} has {repeats} at {epochs} epochs, others have {most}"));
    }

    private bool HasAny(int index) => _counts.Values.Any(counts => counts[index] > 0);
}
