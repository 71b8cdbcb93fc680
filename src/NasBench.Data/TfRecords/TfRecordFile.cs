using System.Text;

namespace NasBench.Data;

/// <summary>Writes data sets as TFRecord files of the original's layout.</summary>
public static class TfRecordFile
{
    private const int ReportInterval = 1024;

    /// <summary>Writes all records of a data set, ordered by hash, then epochs, then repeat. Absent values are left out.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="path">The file to make. It appears when it is complete; an existing one is replaced then.</param>
    /// <param name="progress">Receives the done part, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early and leaves no file.</param>
    /// <returns>The number of bytes written.</returns>
    /// <remarks>About a second for the whole space at one number of epochs.</remarks>
    /// <exception cref="IOException">The file cannot be made, the disk is full or failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static long Write(Dataset data, string path, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        RunStore store = data.PrepareExport(cancellationToken);
        using TfRecordWriter writer = TfRecordWriter.Create(path);
        var encoder = new RecordEncoder();
        ReadOnlySpan<int> indices = store.SortByHash(null, cancellationToken);
        for (int i = 0; i < indices.Length; i++)
        {
            WriteCell(store, indices[i], encoder, writer);
            if (i % ReportInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)i / indices.Length);
            }
        }

        writer.Complete();
        progress?.Report(1);
        return writer.Length;
    }

    private static void WriteCell(RunStore store, int index, RecordEncoder encoder, TfRecordWriter writer)
    {
        ModuleHash hash = store.GetHash(index);
        for (int epochs = 0; epochs < store.Epochs.Length; epochs++)
        {
            int count = store.GetRepeatCount(index, epochs);
            for (int repeat = 0; repeat < count; repeat++)
            {
                RecordDetails details = store.GetRecord(index, epochs, repeat);
                var record = new NasRecord
                {
                    Hash = hash,
                    Epochs = store.Epochs[epochs],
                    Cell = details.StoredCell,
                    TrainableParameters = details.TrainableParameters,
                    TotalTime = details.Training.TotalTime,
                    Initial = details.Training.Initial,
                    Halfway = details.Training.Halfway,
                    Final = details.Training.Final,
                };
                if (details.CheckpointPaths is { } paths)
                {
                    SetPath(ref record, 0, paths.Initial);
                    SetPath(ref record, 1, paths.Halfway);
                    SetPath(ref record, 2, paths.Final);
                }

                writer.Write(encoder.Encode(record));
            }
        }
    }

    private static void SetPath(ref NasRecord record, int evaluation, string? path)
    {
        if (path is not null)
        {
            record.SetCheckpointPath(evaluation, Encoding.UTF8.GetBytes(path));
        }
    }
}
