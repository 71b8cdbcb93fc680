using Apache.Arrow;
using NasBench.Data;

namespace NasBench.Export;

/// <summary>The records of some cells as the columns of an Arrow batch, laid out as the file holds them. One object serves many batches.</summary>
/// <param name="data">The data set.</param>
/// <param name="dictionaries">The numbers of matrices and operations.</param>
/// <param name="capacity">The most records of a batch.</param>
internal sealed class ArrowRows(OutgoingData data, ArrowDictionaries dictionaries, int capacity)
{
    /// <summary>The most records of a batch: 7 MB in memory.</summary>
    public const int Size = 32_768;

    private readonly ArrowText _hashes = new(capacity, ModuleHash.TextLength);
    private readonly ArrowNumbers<int> _matrices = new(capacity);
    private readonly ArrowNumbers<short> _operations = new(capacity);
    private readonly ArrowNumbers<int> _parameters = new(capacity);
    private readonly ArrowNumbers<int> _epochs = new(capacity);
    private readonly ArrowNumbers<int> _repeats = new(capacity);
    private readonly ArrowNumbers<double>[] _values = [.. Enumerable.Range(0, ExportColumns.ValueCount).Select(_ => new ArrowNumbers<double>(capacity))];
    private readonly ArrowNumbers<short> _provenances = new(capacity);

    /// <summary>Replaces the records by those of some cells.</summary>
    public void Fill(CellBlock cells)
    {
        Clear();
        Span<byte> hash = stackalloc byte[ModuleHash.TextLength];
        foreach (int index in cells)
        {
            int start = _epochs.Count;
            data.ForEachRow(index, cells, this, static (ArrowRows rows, in ExportRow row) => rows.Add(row));
            ExportCell cell = data.GetCell(index);
            cell.Hash.TryFormat(hash, out _);
            int matrix = dictionaries.MatrixNumberOf(cell.Graph);
            short operations = dictionaries.NumberOf(cell.Graph);
            for (int row = start; row < _epochs.Count; row++)
            {
                _hashes.Add(hash);
                _matrices.Add(matrix);
                _operations.Add(operations);
                _parameters.Add(cell.TrainableParameters ?? 0, cell.TrainableParameters is not null);
            }
        }
    }

    /// <summary>The batch, which uses the memory of this object.</summary>
    public RecordBatch ToBatch(Schema schema) => new(
        schema,
        [
            _hashes.ToArray(),
            dictionaries.EncodeMatrices(ToArray(_matrices)),
            ArrowDictionaries.Encode(ToArray(_operations), dictionaries.Operations),
            ToArray(_parameters),
            ToArray(_epochs),
            ToArray(_repeats),
            .. _values.Select(ToArray),
            ArrowDictionaries.Encode(ToArray(_provenances), dictionaries.Provenances),
        ],
        _epochs.Count);

    private void Clear()
    {
        _hashes.Clear();
        _matrices.Clear();
        _operations.Clear();
        _parameters.Clear();
        _epochs.Clear();
        _repeats.Clear();
        _provenances.Clear();
        foreach (ArrowNumbers<double> column in _values)
        {
            column.Clear();
        }
    }

    private void Add(in ExportRow row)
    {
        _epochs.Add(row.Epochs);
        _repeats.Add(row.Repeat);
        _provenances.Add(ArrowDictionaries.NumberOf(row.Provenance));
        Span<double> values = stackalloc double[ExportColumns.ValueCount];
        ExportColumns.GetValues(row.Run, values);
        for (int i = 0; i < values.Length; i++)
        {
            _values[i].Add(values[i], !double.IsNaN(values[i]));
        }
    }

    private static Int16Array ToArray(ArrowNumbers<short> column) => new(column.Values, column.Validity, column.Count, column.NullCount, 0);

    private static Int32Array ToArray(ArrowNumbers<int> column) => new(column.Values, column.Validity, column.Count, column.NullCount, 0);

    private static DoubleArray ToArray(ArrowNumbers<double> column) => new(column.Values, column.Validity, column.Count, column.NullCount, 0);
}
