namespace NasBench.Data;

public sealed partial class Dataset
{
    /// <summary>Finds the cell of the data that is isomorphic to a given one.</summary>
    /// <param name="cell">Any cell; it is pruned and checked first.</param>
    /// <param name="index">The index in the space, also where the data set does not hold the cell; -1 for an invalid cell.</param>
    /// <returns><see cref="QueryStatus.Found"/>, <see cref="QueryStatus.InvalidCell"/> or <see cref="QueryStatus.NotInData"/>.</returns>
    public QueryStatus TryFind(Cell cell, out int index)
    {
        RunStore store = Store;
        index = Space<Nas101>.Locate(cell);
        return index < 0 ? QueryStatus.InvalidCell : store.Contains(index) ? QueryStatus.Found : QueryStatus.NotInData;
    }

    /// <summary>Finds a cell of the data by its module hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="index">The index in the space, or -1.</param>
    /// <returns><see cref="QueryStatus.Found"/> or <see cref="QueryStatus.NotInData"/>.</returns>
    /// <remarks>The first call on a data set sorts its hashes, up to some tenths of a second for the whole space.</remarks>
    public QueryStatus TryFind(ModuleHash hash, out int index)
    {
        index = Store.Find(hash);
        return index < 0 ? QueryStatus.NotInData : QueryStatus.Found;
    }

    /// <summary>What one repeat of a cell measured.</summary>
    /// <param name="index">The cell's index. Any integer may be asked for; one outside the space is an invalid cell.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="run">What it measured; all NaN unless found.</param>
    /// <returns>Whether it was found, or why not. The number of epochs is checked first, as in the original.</returns>
    /// <example>
    /// <code>
    /// if (data.TryGetRun(Nas101.Locate(cell), epochs: 108, repeat: 0, out Run run) == QueryStatus.Found)
    /// {
    ///     Console.WriteLine(run.Final.TestAccuracy);
    /// }
    /// </code>
    /// </example>
    public QueryStatus TryGetRun(int index, int epochs, int repeat, out Run run)
    {
        RunStore store = Store;
        int position = store.FindEpochs(epochs);
        if (position < 0)
        {
            run = Run.Absent;
            return QueryStatus.NoSuchEpochs;
        }

        return store.TryGetRun(index, position, repeat, out run);
    }

    /// <inheritdoc cref="TryGetRun(int, int, int, out Run)"/>
    /// <param name="cell">Any cell isomorphic to the one in the data.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="run">What it measured; all NaN unless found.</param>
    public QueryStatus TryGetRun(Cell cell, int epochs, int repeat, out Run run) => TryGetRun(Space<Nas101>.Locate(cell), epochs, repeat, out run);

    /// <inheritdoc cref="TryGetRun(int, int, int, out Run)"/>
    /// <param name="hash">The module hash. One that is not in the data is <see cref="QueryStatus.NotInData"/>.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="run">What it measured; all NaN unless found.</param>
    public QueryStatus TryGetRun(ModuleHash hash, int epochs, int repeat, out Run run)
    {
        QueryStatus status = TryResolve(hash, epochs, out int index);
        if (status != QueryStatus.Found)
        {
            run = Run.Absent;
            return status;
        }

        return TryGetRun(index, epochs, repeat, out run);
    }

    /// <summary>The mean over all repeats of a cell: each value summed in the order of the repeats, divided by their number.</summary>
    /// <param name="index">The cell's index. Any integer may be asked for; one outside the space is an invalid cell.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="mean">The means; NaN where a repeat lacks the value, all NaN unless found.</param>
    /// <returns>Whether there are repeats, or why not.</returns>
    public QueryStatus TryGetMean(int index, int epochs, out Run mean)
    {
        RunStore store = Store;
        int position = store.FindEpochs(epochs);
        if (position < 0)
        {
            mean = Run.Absent;
            return QueryStatus.NoSuchEpochs;
        }

        return MeanRun.TryGet(store, index, position, out mean);
    }

    /// <inheritdoc cref="TryGetMean(int, int, out Run)"/>
    /// <param name="cell">Any cell isomorphic to the one in the data.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="mean">The means; NaN where a repeat lacks the value, all NaN unless found.</param>
    public QueryStatus TryGetMean(Cell cell, int epochs, out Run mean) => TryGetMean(Space<Nas101>.Locate(cell), epochs, out mean);

    /// <inheritdoc cref="TryGetMean(int, int, out Run)"/>
    /// <param name="hash">The module hash. One that is not in the data is <see cref="QueryStatus.NotInData"/>.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="mean">The means; NaN where a repeat lacks the value, all NaN unless found.</param>
    public QueryStatus TryGetMean(ModuleHash hash, int epochs, out Run mean)
    {
        QueryStatus status = TryResolve(hash, epochs, out int index);
        if (status != QueryStatus.Found)
        {
            mean = Run.Absent;
            return status;
        }

        return TryGetMean(index, epochs, out mean);
    }

    /// <summary>All that the record of one repeat holds, the evaluation before training and the total time included.</summary>
    /// <param name="index">The cell's index. Any integer may be asked for; one outside the space is an invalid cell.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="record">The record; <c>default</c> unless found.</param>
    /// <returns>Whether it was found, or why not.</returns>
    public QueryStatus TryGetRecord(int index, int epochs, int repeat, out RecordDetails record)
    {
        QueryStatus status = Check(index, epochs, repeat, out RunStore store, out int position);
        record = status == QueryStatus.Found ? store.GetRecord(index, position, repeat) : default;
        return status;
    }

    /// <summary>
    /// Where the values of one repeat come from. For those of a TFRecord: <see cref="Provenance.Synthetic"/> if both evaluations are
    /// what <see cref="SyntheticMetrics"/> gives for one of the cell's repeats, else <see cref="Provenance.Unknown"/>.
    /// </summary>
    /// <param name="index">The cell's index. Any integer may be asked for; one outside the space is an invalid cell.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="provenance">The answer; <see cref="Provenance.Unknown"/> unless found.</param>
    /// <returns>Whether there is such a repeat, or why not.</returns>
    public QueryStatus TryGetProvenance(int index, int epochs, int repeat, out Provenance provenance)
    {
        QueryStatus status = Check(index, epochs, repeat, out RunStore store, out int position);
        provenance = status == QueryStatus.Found ? store.GetProvenance(index, position, repeat) : Provenance.Unknown;
        return status;
    }

    /// <summary>Where the values of all repeats of a cell come from, and so those of their mean.</summary>
    /// <param name="index">The cell's index. Any integer may be asked for; one outside the space is an invalid cell.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="provenance">What <see cref="TryGetProvenance(int, int, int, out Provenance)"/> says of every repeat; <see cref="Provenance.Mixed"/> where
    /// it differs.</param>
    /// <returns>Whether there are repeats, or why not.</returns>
    public QueryStatus TryGetProvenance(int index, int epochs, out Provenance provenance)
    {
        QueryStatus status = TryGetProvenance(index, epochs, 0, out provenance);
        int count = status == QueryStatus.Found ? GetRepeatCount(index, epochs) : 0;
        for (int repeat = 1; repeat < count; repeat++)
        {
            TryGetProvenance(index, epochs, repeat, out Provenance other);
            provenance = other == provenance ? provenance : Provenance.Mixed;
        }

        return status;
    }

    private QueryStatus Check(int index, int epochs, int repeat, out RunStore store, out int position)
    {
        store = Store;
        position = store.FindEpochs(epochs);
        return position < 0 ? QueryStatus.NoSuchEpochs : store.Check(index, position, repeat);
    }

    private QueryStatus TryResolve(ModuleHash hash, int epochs, out int index)
    {
        index = -1;
        return Store.FindEpochs(epochs) < 0 ? QueryStatus.NoSuchEpochs : TryFind(hash, out index);
    }
}
