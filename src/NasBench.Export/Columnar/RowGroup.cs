namespace NasBench.Export;

/// <summary>Some thousand records, turned into columns. One object serves all groups of a file.</summary>
internal sealed class RowGroup
{
    /// <summary>Records of a group: enough for the compression, and a few megabytes in memory.</summary>
    public const int Capacity = 32_768;

    private readonly double?[][] _values = [.. Enumerable.Range(0, ExportColumns.ValueCount).Select(_ => new double?[Capacity])];

    public int Count { get; private set; }

    public string[] Hashes { get; } = new string[Capacity];

    public string[] Adjacencies { get; } = new string[Capacity];

    public string[] Operations { get; } = new string[Capacity];

    public int?[] Parameters { get; } = new int?[Capacity];

    public int[] Epochs { get; } = new int[Capacity];

    public int[] Repeats { get; } = new int[Capacity];

    public string[] Provenances { get; } = new string[Capacity];

    public bool IsFull => Count == Capacity;

    /// <summary>A column of measured values; null where absent.</summary>
    public double?[] Values(int column) => _values[column];

    public void Add(in ExportRow row)
    {
        Hashes[Count] = row.Cell.Hash;
        Adjacencies[Count] = row.Cell.Adjacency;
        Operations[Count] = row.Cell.Operations;
        Parameters[Count] = row.Cell.TrainableParameters;
        Epochs[Count] = row.Epochs;
        Repeats[Count] = row.Repeat;
        Provenances[Count] = ExportColumns.NameOf(row.Provenance);
        Span<double> values = stackalloc double[ExportColumns.ValueCount];
        ExportColumns.GetValues(row.Training, values);
        for (int i = 0; i < values.Length; i++)
        {
            _values[i][Count] = double.IsNaN(values[i]) ? null : values[i];
        }

        Count++;
    }

    public void Clear() => Count = 0;

    /// <summary>Fills groups with all records and hands each to the writer.</summary>
    public static void ForEach(ExportSource source, Action<RowGroup> write)
    {
        RowGroup group = new();
        source.ForEachRow((in ExportRow row) =>
        {
            group.Add(row);
            if (group.IsFull)
            {
                write(group);
                group.Clear();
            }
        });
        if (group.Count > 0)
        {
            write(group);
        }
    }
}
