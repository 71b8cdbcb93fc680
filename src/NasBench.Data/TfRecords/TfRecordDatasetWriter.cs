using System.Text;

namespace NasBench.Data;

/// <summary>
/// Writes data sets as TFRecord files of the original's layout: all records, ordered by hash, then epochs, then repeat. Absent values are left out.
/// </summary>
/// <remarks>Under a second for the whole space at one number of epochs. Up to four threads share the work.</remarks>
internal static class TfRecordDatasetWriter
{
    /// <summary>Records of a block: most of a megabyte.</summary>
    private const int BlockSize = 2048;

    /// <summary>Writes a file.</summary>
    /// <returns>Its length in bytes.</returns>
    public static long Write(RunStore store, Destination destination, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var blocks = CellBlocks.OfRecords(store, BlockSize, cancellationToken);
        using TfRecordWriter writer = TfRecordWriter.Create(destination);
        OrderedWork<FramedRecords>.Run(
            blocks.Count,
            () => new FramedRecords(),
            (frames, block) =>
            {
                frames.Clear();
                CellBlock cells = blocks[block];
                foreach (int index in cells)
                {
                    AddCell(store, index, cells, frames);
                }
            },
            (frames, _) => writer.Write(frames),
            progress,
            cancellationToken);
        writer.Complete();
        return writer.Length;
    }

    private static void AddCell(RunStore store, int index, CellBlock block, FramedRecords frames)
    {
        ModuleHash hash = store.GetHash(index);
        foreach ((int epochs, int repeat) in block.RecordsOf(index))
        {
            RecordDetails details = store.GetRecord(index, epochs, repeat);
            var record = new NasRecord
            {
                Hash = hash,
                Epochs = store.Epochs[epochs],
                Cell = details.StoredCell,
                TrainableParameters = details.TrainableParameters,
                TotalTime = details.Run.TotalTime,
                Initial = details.Run.Initial,
                Halfway = details.Run.Halfway,
                Final = details.Run.Final,
            };
            if (details.CheckpointPaths is { } paths)
            {
                SetPath(ref record, 0, paths.Initial);
                SetPath(ref record, 1, paths.Halfway);
                SetPath(ref record, 2, paths.Final);
            }

            frames.Add(record);
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
