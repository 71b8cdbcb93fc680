using NasBench.Data;

namespace NasBench.Export;

/// <summary>A data set on its way out: its records in the order of written files, by hash, epochs, repeat.</summary>
/// <param name="data">The data set.</param>
/// <param name="provenance">Where its values come from.</param>
/// <param name="progress">Receives the done part, 0 to 1.</param>
/// <param name="cancellationToken">Ends the work early.</param>
internal sealed class ExportSource(Dataset data, Provenance provenance, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const int ReportInterval = 1024;

    /// <summary>Takes a record.</summary>
    public delegate void RowAction(in ExportRow row);

    /// <summary>Takes a cell: its place in the order of hashes and its index.</summary>
    public delegate void CellAction(int place, int index);

    public Dataset Data => data;

    /// <summary>The word for where the values come from.</summary>
    public string Provenance => ExportColumns.NameOf(provenance);

    /// <summary>Hands out all cells.</summary>
    public void ForEachCell(CellAction action)
    {
        ReadOnlySpan<int> indices = data.GetIndicesByHash(null, cancellationToken);
        for (int place = 0; place < indices.Length; place++)
        {
            if (place % ReportInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)place / indices.Length);
            }

            action(place, indices[place]);
        }

        progress?.Report(1);
    }

    /// <summary>Hands out all records.</summary>
    public void ForEachRow(RowAction action) => ForEachCell((_, index) =>
    {
        ExportCell cell = new(data.GetHash(index), data.GetStoredCell(index), data.GetTrainableParameters(index));
        foreach (int epochs in data.Epochs)
        {
            int count = data.GetRepeatCount(index, epochs);
            for (int repeat = 0; repeat < count; repeat++)
            {
                data.TryGetRecord(index, epochs, repeat, out RecordDetails record);
                action(new ExportRow(cell, epochs, repeat, record.Training, ProvenanceOf(index, epochs, repeat)));
            }
        }
    });

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
