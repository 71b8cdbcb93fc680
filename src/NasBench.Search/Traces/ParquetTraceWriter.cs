namespace NasBench.Search;

/// <summary>Rows as Parquet: the columns of a trace, those that can be absent optional, in row groups of 262,144 rows.</summary>
public sealed class ParquetTraceWriter : ITraceWriter
{
    private const int GroupRows = 1 << 18;

    private readonly ParquetColumn _algorithm = new("algorithm", ParquetType.ByteArray);
    private readonly ParquetColumn _run = new("run", ParquetType.Int32);
    private readonly ParquetColumn _step = new("step", ParquetType.Int64);
    private readonly ParquetColumn _hash = new("module_hash", ParquetType.ByteArray, isOptional: true);
    private readonly ParquetColumn _epochs = new("epochs", ParquetType.Int32);
    private readonly ParquetColumn _halfway = new("halfway", ParquetType.Boolean);
    private readonly ParquetColumn _repeat = new("repeat", ParquetType.Int32, isOptional: true);
    private readonly ParquetColumn _validation = new("validation_accuracy", ParquetType.Double, isOptional: true);
    private readonly ParquetColumn _test = new("test_accuracy", ParquetType.Double, isOptional: true);
    private readonly ParquetColumn _time = new("training_time", ParquetType.Double, isOptional: true);
    private readonly ParquetColumn _spentSeconds = new("spent_seconds", ParquetType.Double);
    private readonly ParquetColumn _spentEpochs = new("spent_epochs", ParquetType.Int64);
    private readonly ParquetColumn _incumbentValidation = new("incumbent_validation", ParquetType.Double, isOptional: true);
    private readonly ParquetColumn _incumbentTest = new("incumbent_test", ParquetType.Double, isOptional: true);
    private readonly ParquetColumn _incumbentMeanTest = new("incumbent_mean_test", ParquetType.Double, isOptional: true);
    private readonly ParquetColumn _regret = new("regret", ParquetType.Double, isOptional: true);
    private readonly ParquetColumn _provenance = new("provenance", ParquetType.ByteArray);
    private readonly ParquetFile _file;
    private readonly string _provenanceName;
    private long _rows;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="provenance">Where the values come from.</param>
    public ParquetTraceWriter(Stream stream, string provenance)
    {
        _provenanceName = provenance;
        _file = new ParquetFile(
            stream,
            [
                _algorithm, _run, _step, _hash, _epochs, _halfway, _repeat, _validation, _test, _time, _spentSeconds, _spentEpochs,
                _incumbentValidation, _incumbentTest, _incumbentMeanTest, _regret, _provenance,
            ],
            [new("provenance", provenance)]);
    }

    /// <inheritdoc/>
    public void Write(string algorithm, int run, IEnumerable<TraceRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (TraceRow row in rows)
        {
            _algorithm.Add(algorithm);
            _run.Add((long)run);
            _step.Add(row.Step);
            AddHash(row.Index);
            _epochs.Add((long)row.Epochs);
            _halfway.Add(row.IsHalfway ? 1L : 0L);
            AddRepeat(row.Repeat);
            _validation.Add(row.ValidationAccuracy);
            _test.Add(row.TestAccuracy);
            _time.Add(row.TrainingTime);
            _spentSeconds.Add(row.SpentSeconds);
            _spentEpochs.Add(row.SpentEpochs);
            _incumbentValidation.Add(row.IncumbentValidation);
            _incumbentTest.Add(row.IncumbentTest);
            _incumbentMeanTest.Add(row.IncumbentMeanTest);
            _regret.Add(row.Regret);
            _provenance.Add(_provenanceName);
            if (++_rows == GroupRows)
            {
                Flush();
            }
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        if (_rows > 0)
        {
            Flush();
        }

        _file.Complete();
    }

    private void AddHash(int index)
    {
        if (index < 0)
        {
            _hash.AddAbsent();
        }
        else
        {
            _hash.Add(Nas101.HashAt(index).ToString());
        }
    }

    private void AddRepeat(int repeat)
    {
        if (repeat < 0)
        {
            _repeat.AddAbsent();
        }
        else
        {
            _repeat.Add((long)repeat);
        }
    }

    private void Flush()
    {
        _file.WriteGroup(_rows);
        _rows = 0;
    }
}
