using System.Globalization;

namespace NasBench.Data;

public sealed partial class Dataset
{
    /// <summary>What one repeat of a cell measured. <see cref="TryGetRun(Cell, int, int, out Run)"/> answers a status instead of throwing.</summary>
    /// <param name="cell">Any cell isomorphic to the one in the data; it need not be pruned.</param>
    /// <param name="epochs">The number of epochs of the run; null for the data set's largest.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <returns>The metrics halfway and at the end. A value that the data set lacks is NaN.</returns>
    /// <example>
    /// <code>
    /// Run run = data.GetRun(cell);                            // the largest number of epochs, repeat 0
    /// double accuracy = run.Final.ValidationAccuracy;
    /// Run short2 = data.GetRun(cell, epochs: 12, repeat: 2);
    /// </code>
    /// </example>
    /// <exception cref="QueryException">The cell is not of the space, or the data set lacks the cell, the number of epochs or the repeat; the message says
    /// which, and what there is instead.</exception>
    public Run GetRun(Cell cell, int? epochs = null, int repeat = 0)
    {
        RunStore store = Store;
        int given = EpochsOrLargest(store, epochs);
        int index = Space<Nas101>.Locate(cell);
        QueryStatus status = TryGetRun(index, given, repeat, out Run run);
        return status == QueryStatus.Found ? run : throw Explain(status, store, cell, index, given, repeat);
    }

    /// <inheritdoc cref="GetRun(Cell, int?, int)"/>
    /// <param name="hash">The cell's module hash.</param>
    /// <param name="epochs">The number of epochs of the run; null for the data set's largest.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <exception cref="QueryException">The data set lacks the hash, the number of epochs or the repeat; the message says which, and what there is
    /// instead.</exception>
    public Run GetRun(ModuleHash hash, int? epochs = null, int repeat = 0)
    {
        RunStore store = Store;
        int given = EpochsOrLargest(store, epochs);
        QueryStatus status = TryGetRun(hash, given, repeat, out Run run);
        return status == QueryStatus.Found ? run : throw Explain(status, store, hash, given, repeat);
    }

    /// <inheritdoc cref="GetRun(Cell, int?, int)"/>
    /// <param name="index">The cell's index in the space, 0 to 423,623.</param>
    /// <param name="epochs">The number of epochs of the run; null for the data set's largest.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <exception cref="QueryException">The data set lacks the cell, the number of epochs or the repeat; the message says which, and what there is
    /// instead.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not in the space, such as the -1 that Locate answers for a cell outside of
    /// it.</exception>
    public Run GetRun(int index, int? epochs = null, int repeat = 0)
    {
        RunStore store = Store;
        ThrowIfOutside(index);
        int given = EpochsOrLargest(store, epochs);
        QueryStatus status = TryGetRun(index, given, repeat, out Run run);
        return status == QueryStatus.Found ? run : throw Explain(status, store, index, given, repeat);
    }

    /// <summary>The means over all repeats of a cell: each value summed in the order of the repeats, divided by their number.</summary>
    /// <param name="cell">Any cell isomorphic to the one in the data; it need not be pruned.</param>
    /// <param name="epochs">The number of epochs of the runs; null for the data set's largest.</param>
    /// <returns>The means; NaN where a repeat lacks the value.</returns>
    /// <exception cref="QueryException">The cell is not of the space, or the data set lacks the cell or the number of epochs; the message says which, and what
    /// there is instead.</exception>
    public Run GetMean(Cell cell, int? epochs = null)
    {
        RunStore store = Store;
        int given = EpochsOrLargest(store, epochs);
        int index = Space<Nas101>.Locate(cell);
        QueryStatus status = TryGetMean(index, given, out Run mean);
        return status == QueryStatus.Found ? mean : throw Explain(status, store, cell, index, given, 0);
    }

    /// <inheritdoc cref="GetMean(Cell, int?)"/>
    /// <param name="hash">The cell's module hash.</param>
    /// <param name="epochs">The number of epochs of the runs; null for the data set's largest.</param>
    /// <exception cref="QueryException">The data set lacks the hash or the number of epochs; the message says which, and what there is instead.</exception>
    public Run GetMean(ModuleHash hash, int? epochs = null)
    {
        RunStore store = Store;
        int given = EpochsOrLargest(store, epochs);
        QueryStatus status = TryGetMean(hash, given, out Run mean);
        return status == QueryStatus.Found ? mean : throw Explain(status, store, hash, given, 0);
    }

    /// <inheritdoc cref="GetMean(Cell, int?)"/>
    /// <param name="index">The cell's index in the space, 0 to 423,623.</param>
    /// <param name="epochs">The number of epochs of the runs; null for the data set's largest.</param>
    /// <exception cref="QueryException">The data set lacks the cell or the number of epochs; the message says which, and what there is instead.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not in the space, such as the -1 that Locate answers for a cell outside of
    /// it.</exception>
    public Run GetMean(int index, int? epochs = null)
    {
        RunStore store = Store;
        ThrowIfOutside(index);
        int given = EpochsOrLargest(store, epochs);
        QueryStatus status = TryGetMean(index, given, out Run mean);
        return status == QueryStatus.Found ? mean : throw Explain(status, store, index, given, 0);
    }

    /// <summary>A number of epochs, or the largest of a data set; 0, which no run has, where the data set is empty.</summary>
    private static int EpochsOrLargest(RunStore store, int? epochs) => epochs ?? (store.Epochs.IsEmpty ? 0 : store.Epochs[^1]);

    private static void ThrowIfOutside(int index)
    {
        if ((uint)index >= (uint)Space<Nas101>.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                (index == -1 ? "-1 is what Locate answers for a cell that is not in the space. " : "")
                    + string.Create(CultureInfo.InvariantCulture, $"The index of a cell is from 0 to {Space<Nas101>.Count - 1}."));
        }
    }

    private static QueryException Explain(QueryStatus status, RunStore store, Cell cell, int index, int epochs, int repeat) => status == QueryStatus.InvalidCell
        ? new QueryException(status, $"The cell {cell} is not of the search space of NAS-Bench-101: {cell.Describe()?.TrimEnd('.')}.")
        : Explain(status, store, $"the cell {cell}", index, epochs, repeat);

    private static QueryException Explain(QueryStatus status, RunStore store, ModuleHash hash, int epochs, int repeat) =>
        Explain(status, store, $"the cell with the hash {hash}", store.Find(hash), epochs, repeat);

    private static QueryException Explain(QueryStatus status, RunStore store, int index, int epochs, int repeat) =>
        Explain(status, store, string.Create(CultureInfo.InvariantCulture, $"the cell with the index {index}"), index, epochs, repeat);

    private static QueryException Explain(QueryStatus status, RunStore store, string name, int index, int epochs, int repeat)
    {
        int position = store.FindEpochs(epochs);
        if (position < 0)
        {
            return NoSuchEpochs(store, epochs);
        }

        string sentence = status switch
        {
            QueryStatus.NotInData => $"The data set holds nothing of {name}.",
            QueryStatus.NoSuchEpochs => $"The data set has no run of {epochs} epochs of {name}, only of {ListEpochs(store, index)}.",
            QueryStatus.NoSuchRepeat =>
                $"There is no repeat {repeat} of {name} at {epochs} epochs; its repeats are 0 to {store.GetRepeatCount(index, position) - 1}.",
            _ => status.Describe(),
        };
        return new QueryException(status, sentence);
    }

    private static QueryException NoSuchEpochs(RunStore store, int? epochs) => new(
        QueryStatus.NoSuchEpochs,
        store.Epochs.IsEmpty
            ? "The data set has no runs at all."
            : string.Create(CultureInfo.InvariantCulture, $"The data set has no runs of {epochs} epochs, only of {ListEpochs(store, -1)}."));

    /// <summary>The numbers of epochs for which a cell has runs, or those of the whole data set for -1.</summary>
    private static string ListEpochs(RunStore store, int index)
    {
        var words = new List<string>();
        for (int position = 0; position < store.Epochs.Length; position++)
        {
            if (index < 0 || store.GetRepeatCount(index, position) > 0)
            {
                words.Add(store.Epochs[position].ToString(CultureInfo.InvariantCulture));
            }
        }

        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
    }
}
