using System.Text;

namespace NasBench.Data.Tests.Datasets;

/// <summary>A record that a test writes to a file and expects to find in the data set.</summary>
internal sealed record TestRecord(int Index, int Epochs, RecordDetails Details)
{
    public ModuleHash Hash { get; init; } = Space<Nas101>.HashAt(Index);

    /// <summary>A right record with the formula's values.</summary>
    public static TestRecord Synthetic(int index, int epochs, int repeat) => new(
        index,
        epochs,
        new RecordDetails(
            SyntheticMetrics.GetRecordedRun(index, epochs, repeat), Space<Nas101>.CellAt(index), (int)CellCosts.TrainableParametersAt(index), null));

    public NasRecord ToRecord()
    {
        var record = new NasRecord
        {
            Hash = Hash,
            Epochs = Epochs,
            Cell = Details.StoredCell,
            TrainableParameters = Details.TrainableParameters,
            Initial = Details.Run.Initial,
            Halfway = Details.Run.Halfway,
            Final = Details.Run.Final,
            TotalTime = Details.Run.TotalTime,
        };
        string?[] paths = [Details.CheckpointPaths?.Initial, Details.CheckpointPaths?.Halfway, Details.CheckpointPaths?.Final];
        for (int i = 0; i < paths.Length; i++)
        {
            if (paths[i] is string path)
            {
                record.SetCheckpointPath(i, Encoding.UTF8.GetBytes(path));
            }
        }

        return record;
    }
}
