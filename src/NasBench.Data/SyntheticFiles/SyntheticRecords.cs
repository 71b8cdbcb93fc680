namespace NasBench.Data;

/// <summary>Some records of a synthetic file, in their frames. Records are numbered by hash, then epochs, then repeat. One object serves many blocks.</summary>
/// <param name="epochs">The numbers of epochs, ascending.</param>
/// <param name="hashes">The cells' hashes, ascending.</param>
/// <param name="indices">The cells' indices, in step with the hashes.</param>
internal sealed class SyntheticRecords(int[] epochs, ModuleHash[] hashes, int[] indices)
{
    private readonly int _recordsPerCell = epochs.Length * SyntheticMetrics.RepeatCount;
    private int _latest = -1;
    private SyntheticModel _model;

    /// <summary>The records of the block.</summary>
    public FramedRecords Frames { get; } = new();

    public void Clear() => Frames.Clear();

    public void Add(int number)
    {
        (int place, int run) = Math.DivRem(number, _recordsPerCell);
        (int epochsPosition, int repeat) = Math.DivRem(run, SyntheticMetrics.RepeatCount);
        if (place != _latest)
        {
            _latest = place;
            _model = SyntheticMetrics.ModelOf(indices[place], hashes[place]);
        }

        RecordedRun recorded = _model.GetRecordedRun(epochs[epochsPosition], repeat);
        KeptCell cell = KeptCell.CanonicalAt(indices[place]);
        Frames.Add(new NasRecord
        {
            Hash = hashes[place],
            Epochs = epochs[epochsPosition],
            Cell = cell.Cell,
            TrainableParameters = cell.TrainableParameters,
            Initial = recorded.Initial,
            Halfway = recorded.Halfway,
            Final = recorded.Final,
            TotalTime = recorded.TotalTime,
        });
    }
}
