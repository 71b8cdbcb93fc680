namespace NasBench.Search;

/// <summary>The features of all classes of NAS-Bench-101 as columns of bits, made once and shared by all runs and threads.</summary>
/// <remarks>A feature is one column, or two where it can be 0.5: whether it is at least 0.5, and whether it is 1. 2 MB (one-hot) to 20 MB (path).</remarks>
internal sealed class ClassColumns
{
    private static readonly Lazy<ClassColumns>[] s_all = [.. CellFeatures.All.Select(features => new Lazy<ClassColumns>(() => new ClassColumns(features)))];

    private readonly CellFeatures _features;

    private ClassColumns(CellFeatures features)
    {
        _features = features;
        Columns = new SplitColumns([.. Enumerable.Range(0, features.Count).Select(feature => feature < features.FirstOfThree ? 1 : 2)]);
        Classes = new BitColumns(Columns.Count, Nas101.CellCount);
        var values = new float[features.Count];
        var row = new ulong[Columns.WordCount];
        for (int index = 0; index < Nas101.CellCount; index++)
        {
            Write(Space<Nas101>.CellAt(index), values, row);
            Classes.Add(row);
        }
    }

    /// <summary>What a forest can split on.</summary>
    public SplitColumns Columns { get; }

    /// <summary>The classes in the order of their indices.</summary>
    public BitColumns Classes { get; }

    /// <summary>The columns of features; tens of milliseconds the first time, for paths some hundred.</summary>
    public static ClassColumns Of(CellFeatures features) => s_all[CellFeatures.All.ToList().IndexOf(features)].Value;

    /// <summary>The row of a cell.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="values">Receives its features.</param>
    /// <param name="row">Receives its columns.</param>
    public void Write(Cell cell, Span<float> values, Span<ulong> row)
    {
        _features.Write(cell, values);
        row.Clear();
        for (int feature = 0; feature < values.Length; feature++)
        {
            int column = Columns.Start(feature);
            if (values[feature] >= 0.5f)
            {
                SplitColumns.Set(row, column);
            }

            if (values[feature] == 1 && feature >= _features.FirstOfThree)
            {
                SplitColumns.Set(row, column + 1);
            }
        }
    }
}
