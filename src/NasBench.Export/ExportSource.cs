using NasBench.Data;

namespace NasBench.Export;

/// <summary>A data set on its way out: its records in the order of written files, by hash, epochs, repeat. What hands out single cells is thread-safe.</summary>
/// <param name="data">The data set.</param>
/// <param name="provenance">Where its values come from.</param>
/// <param name="progress">Receives the done part, 0 to 1.</param>
/// <param name="cancellationToken">Ends the work early.</param>
internal sealed class ExportSource(Dataset data, Provenance provenance, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const int ReportInterval = 1024;

    /// <summary>Takes a record.</summary>
    public delegate void RowAction<T>(T target, in ExportRow row);

    /// <summary>Takes a cell: its place in the order of hashes and its index.</summary>
    public delegate void CellAction(int place, int index);

    public Dataset Data => data;

    /// <summary>The word for where the values come from.</summary>
    public string Provenance => ExportColumns.NameOf(provenance);

    /// <summary>All cells in blocks of about equally many records; a cell that has more than that is divided.</summary>
    /// <param name="records">The most records of a block.</param>
    public CellBlocks DivideRecords(int records) => CellBlocks.OfRecords(data.PrepareExport(cancellationToken), records, cancellationToken);

    /// <summary>All cells in blocks of equally many cells, but for the last.</summary>
    public CellBlocks DivideCells(int cells) => CellBlocks.OfCells(data.PrepareExport(cancellationToken), cells, cancellationToken);

    /// <summary>Hands out all blocks: several threads fill workspaces of their own, and write one after the other.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="create">Makes a workspace.</param>
    /// <param name="fill">Replaces what is in a workspace by the block of a number.</param>
    /// <param name="write">Writes what is in a workspace.</param>
    /// <param name="maxThreads">The most threads.</param>
    public void ForEachBlock<T>(CellBlocks blocks, Func<T> create, Action<T, int> fill, Action<T> write, int maxThreads = OrderedWork<T>.MaxThreads) =>
        OrderedWork<T>.Run(blocks.Count, create, fill, (workspace, _) => write(workspace), progress, cancellationToken, maxThreads);

    /// <summary>Hands out all cells, as a part of the work.</summary>
    /// <param name="from">What is done of the work before, 0 to 1.</param>
    /// <param name="to">What is done of it afterwards.</param>
    /// <param name="action">Takes the cells.</param>
    public void ForEachCell(double from, double to, CellAction action)
    {
        ReadOnlySpan<int> indices = data.GetIndicesByHash(null, cancellationToken);
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
    public ExportCell GetCell(int index) => new(data.GetHash(index), data.GetStoredCell(index), data.GetTrainableParameters(index));

    /// <summary>Hands out the records of a cell that belong to a block.</summary>
    public void ForEachRow<T>(int index, CellBlock block, T target, RowAction<T> action)
    {
        foreach ((int position, int repeat) in block.RecordsOf(index))
        {
            int epochs = data.Epochs[position];
            data.TryGetRecord(index, epochs, repeat, out RecordDetails record);
            action(target, new ExportRow(epochs, repeat, record.Training, ProvenanceOf(index, epochs, repeat)));
        }
    }

    /// <summary>Only of mixed data sets does each record have a provenance of its own.</summary>
    private Provenance ProvenanceOf(int index, int epochs, int repeat)
    {
        if (provenance != NasBench.Data.Provenance.Mixed)
        {
            return provenance;
        }

        data.TryGetProvenance(index, epochs, repeat, out Provenance own);
        return own;
    }
}
