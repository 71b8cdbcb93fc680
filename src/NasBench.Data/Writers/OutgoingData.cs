namespace NasBench.Data;

/// <summary>
/// A data set on its way out: its records in the order of written files, by hash, epochs, repeat. The members that hand out single cells are thread-safe.
/// </summary>
/// <param name="store">The data set.</param>
/// <param name="provenance">Where its values come from.</param>
/// <param name="madeFrom">The file that the data set was read from, for formats that name it; null where it is not known.</param>
/// <param name="progress">Receives the fraction done, 0 to 1.</param>
/// <param name="cancellationToken">Ends the work early.</param>
internal sealed class OutgoingData(
    RunStore store, Provenance provenance, CompactSource? madeFrom, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const int ReportInterval = 1024;

    /// <summary>Takes a record.</summary>
    public delegate void RowAction<T>(T target, in ExportRow row);

    /// <summary>Takes a cell: its place in the order of hashes and its index.</summary>
    public delegate void CellAction(int place, int index);

    /// <summary>The data set.</summary>
    public RunStore Store => store;

    /// <summary>Where the values come from.</summary>
    public Provenance Provenance => provenance;

    /// <summary>The word for where the values come from.</summary>
    public string ProvenanceName => ExportColumns.NameOf(provenance);

    /// <summary>The file that the data set was read from; null where it is not known.</summary>
    public CompactSource? MadeFrom => madeFrom;

    /// <summary>Receives the fraction done, 0 to 1.</summary>
    public IProgress<double>? Progress => progress;

    /// <summary>Ends the work early.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>All cells in blocks of about the same number of records; a cell that has more than that is divided.</summary>
    /// <param name="records">The most records of a block.</param>
    public CellBlocks DivideRecords(int records) => CellBlocks.OfRecords(store, records, cancellationToken);

    /// <summary>All cells in blocks of the same number of cells, but for the last.</summary>
    public CellBlocks DivideCells(int cells) => CellBlocks.OfCells(store, cells, cancellationToken);

    /// <summary>Hands out all blocks: several threads fill workspaces of their own, and write one after the other.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="create">Makes a workspace.</param>
    /// <param name="fill">Replaces what is in a workspace with the block that has a number.</param>
    /// <param name="write">Writes what is in a workspace.</param>
    /// <param name="maxThreads">The most threads.</param>
    public void ForEachBlock<T>(CellBlocks blocks, Func<T> create, Action<T, int> fill, Action<T> write, int maxThreads = OrderedWork<T>.MaxThreads) =>
        OrderedWork<T>.Run(blocks.Count, create, fill, (workspace, _) => write(workspace), progress, cancellationToken, maxThreads);

    /// <summary>Hands out all cells, as a part of the work.</summary>
    /// <param name="from">The fraction of the work that is done before, 0 to 1.</param>
    /// <param name="to">The fraction that is done afterwards.</param>
    /// <param name="action">Takes the cells.</param>
    public void ForEachCell(double from, double to, CellAction action)
    {
        ReadOnlySpan<int> indices = store.SortByHash(null, cancellationToken);
        for (int place = 0; place < indices.Length; place++)
        {
            if (place % ReportInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(from + ((to - from) * place / indices.Length));
            }

            action(place, indices[place]);
        }

        progress?.Report(to);
    }

    /// <summary>A cell of the data set.</summary>
    public ExportCell GetCell(int index) => new(store.GetHash(index), store.GetCell(index), store.GetTrainableParameters(index));

    /// <summary>Hands out the records of a cell that belong to a block.</summary>
    public void ForEachRow<T>(int index, CellBlock block, T target, RowAction<T> action)
    {
        foreach ((int position, int repeat) in block.RecordsOf(index))
        {
            RecordDetails record = store.GetRecord(index, position, repeat);
            action(target, new ExportRow(store.Epochs[position], repeat, record.Run, ProvenanceOf(index, position, repeat)));
        }
    }

    /// <summary>Only in a mixed data set does each record have its own provenance.</summary>
    private Provenance ProvenanceOf(int index, int position, int repeat) =>
        provenance == Provenance.Mixed ? store.GetProvenance(index, position, repeat) : provenance;
}
