using NasBench.Data;

namespace NasBench.Export;

/// <summary>The records of some cells, turned into columns. One object serves many groups.</summary>
/// <param name="data">The data set.</param>
/// <param name="capacity">The most records of a group.</param>
internal sealed class RowGroup(OutgoingData data, int capacity)
{
    /// <summary>The most records of a group: enough for the compression, and 12 MB in memory.</summary>
    public const int Size = 32_768;

    private readonly double?[][] _values = [.. Enumerable.Range(0, ExportColumns.ValueCount).Select(_ => new double?[capacity])];
    private readonly char[] _hashes = new char[checked(capacity * ModuleHash.TextLength)];
    private readonly CellTexts _texts = new();

    public int Count { get; private set; }

    public ReadOnlyMemory<char>[] Hashes { get; } = new ReadOnlyMemory<char>[capacity];

    public ReadOnlyMemory<char>[] Adjacencies { get; } = new ReadOnlyMemory<char>[capacity];

    public ReadOnlyMemory<char>[] Operations { get; } = new ReadOnlyMemory<char>[capacity];

    public int?[] Parameters { get; } = new int?[capacity];

    public int[] Epochs { get; } = new int[capacity];

    public int[] Repeats { get; } = new int[capacity];

    public ReadOnlyMemory<char>[] Provenances { get; } = new ReadOnlyMemory<char>[capacity];

    /// <summary>A column of measured values; null where absent.</summary>
    public double?[] Values(int column) => _values[column];

    /// <summary>Replaces the records by those of some cells.</summary>
    public void Fill(CellBlock cells)
    {
        Count = 0;
        foreach (int index in cells)
        {
            int start = Count;
            data.ForEachRow(index, cells, this, static (RowGroup group, in ExportRow row) => group.Add(row));
            ExportCell cell = data.GetCell(index);
            Memory<char> hash = _hashes.AsMemory(start * ModuleHash.TextLength, ModuleHash.TextLength);
            cell.Hash.TryFormat(hash.Span, out _);
            Hashes.AsSpan(start..Count).Fill(hash);
            Adjacencies.AsSpan(start..Count).Fill(_texts.MatrixOf(cell.Graph).AsMemory());
            Operations.AsSpan(start..Count).Fill(_texts.OperationsOf(cell.Graph).AsMemory());
            Parameters.AsSpan(start..Count).Fill(cell.TrainableParameters);
        }
    }

    private void Add(in ExportRow row)
    {
        Epochs[Count] = row.Epochs;
        Repeats[Count] = row.Repeat;
        Provenances[Count] = ExportColumns.NameOf(row.Provenance).AsMemory();
        Span<double> values = stackalloc double[ExportColumns.ValueCount];
        ExportColumns.GetValues(row.Run, values);
        for (int i = 0; i < values.Length; i++)
        {
            _values[i][Count] = double.IsNaN(values[i]) ? null : values[i];
        }

        Count++;
    }
}
