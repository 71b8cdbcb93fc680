namespace NasBench.Data;

/// <summary>Writes single records of a synthetic file, numbered by hash, then epochs, then repeat.</summary>
/// <param name="writer">Where to.</param>
/// <param name="epochs">The numbers of epochs, ascending.</param>
/// <param name="hashes">The cells' hashes, ascending.</param>
/// <param name="indices">The cells' indices, in step with the hashes.</param>
internal sealed class SyntheticRecordWriter(TfRecordWriter writer, int[] epochs, ModuleHash[] hashes, int[] indices)
{
    private readonly RecordEncoder _encoder = new();
    private readonly int _recordsPerCell = epochs.Length * SyntheticMetrics.RepeatCount;
    private int _latest = -1;
    private Cell _cell;
    private long _parameters;
    private SyntheticModel _model;

    public int Count { get; } = checked(hashes.Length * epochs.Length * SyntheticMetrics.RepeatCount);

    public void Write(int number)
    {
        (int place, int run) = Math.DivRem(number, _recordsPerCell);
        (int epochsPosition, int repeat) = Math.DivRem(run, SyntheticMetrics.RepeatCount);
        if (place != _latest)
        {
            _latest = place;
            _cell = Space<Nas101>.CellAt(indices[place]);
            _parameters = CellCosts.TrainableParametersAt(indices[place]);
            _model = new SyntheticModel(hashes[place], _cell, _parameters);
        }

        Training training = _model.GetTraining(epochs[epochsPosition], repeat);
        var record = new NasRecord
        {
            Hash = hashes[place],
            Epochs = epochs[epochsPosition],
            Cell = _cell,
            TrainableParameters = (int)_parameters,
            Initial = training.Initial,
            Halfway = training.Halfway,
            Final = training.Final,
            TotalTime = training.TotalTime,
        };
        writer.Write(_encoder.Encode(record));
    }
}
