
namespace NasBench.Cli.Tests.Verification;

public sealed class RepeatCounterTests
{
    [Fact]
    public void FindShortages_AnyRepeats_ListsThoseOfTheDefinition()
    {
        Random random = new(7);
        for (int round = 0; round < 20; round++)
        {
            // Some numbers of epochs with few cells, some with so many that they are kept in another way.
            int cells = round % 2 == 0 ? 30 : 6000;
            RepeatCounter counter = new();
            SortedDictionary<int, Dictionary<int, int>> expected = [];
            for (int i = 0; i < 2 * cells; i++)
            {
                int index = random.Next(cells) * 3;
                int epochs = random.Next(1, 4);
                int count = random.Next(1, 3);
                counter.Add(index, epochs, count);
                Dictionary<int, int> counts = expected.TryGetValue(epochs, out Dictionary<int, int>? known) ? known : expected[epochs] = [];
                counts[index] = counts.GetValueOrDefault(index) + count;
            }

            int[] all = [.. expected.Values.SelectMany(counts => counts.Keys).Distinct().Order()];
            (ModuleHash?, int?, int?)[] shortages =
            [
                .. from epochs in expected
                   let most = epochs.Value.Values.Max()
                   from index in all
                   let count = epochs.Value.GetValueOrDefault(index)
                   where count < most
                   select ((ModuleHash?)Space<Nas101>.HashAt(index), (int?)epochs.Key, (int?)count),
            ];
            List<Note> notes = counter.FindShortages();

            Assert.Equal(all.Length, counter.CountCells());
            Assert.Equal(shortages.Take(RepeatCounter.MostNotes), notes.Take(RepeatCounter.MostNotes).Select(note => (note.Hash, note.Epochs, note.Repeats)));
            int unlisted = Math.Max(0, shortages.Length - RepeatCounter.MostNotes);
            string? rest = unlisted > 0 ? $"{unlisted} more cells have fewer repeats than others" : null;
            Assert.Equal(rest, notes.Skip(RepeatCounter.MostNotes).SingleOrDefault()?.Message);
        }
    }

    /// <summary>A table of all cells for each number of epochs, and a look at all tables for each cell, took minutes and gigabytes.</summary>
    [Fact]
    public void FindShortages_ManyNumbersOfEpochs_TakesAsLongAsManyRepeats()
    {
        const int Repeats = 20_000;
        RepeatCounter counter = new();
        for (int i = 0; i < Repeats; i++)
        {
            counter.Add(i, i + 1);
        }

        List<Note> notes = counter.FindShortages();

        Assert.Equal(Repeats, counter.CountCells());
        Assert.Equal(RepeatCounter.MostNotes + 1, notes.Count);
        Assert.Equal($"{((long)Repeats * (Repeats - 1)) - RepeatCounter.MostNotes} more cells have fewer repeats than others", notes[^1].Message);
    }
}
