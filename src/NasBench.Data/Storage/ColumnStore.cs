namespace NasBench.Data;

/// <summary>A data set in memory: a column of runs for each number of epochs, and what is known of each cell.</summary>
internal sealed class ColumnStore : RunStore
{
    /// <summary>How many cells ahead a batch asks for blocks: more misses in flight than the processor finds by itself.</summary>
    private const int Lookahead = 16;

    private readonly CellSet _cells;
    private readonly LargeArray<ModuleHash> _hashes;
    private readonly Dictionary<int, KeptCell> _noncanonicalCells;
    private readonly RunColumn[] _columns;
    private readonly int[] _epochs;
    private HashOrder? _hashOrder;

    /// <param name="cells">The cells; all arrays and columns are in step with it.</param>
    /// <param name="hashes">Their hashes.</param>
    /// <param name="noncanonicalCells">By index: the cells whose graph is not their class's representative, or whose parameter count is absent.</param>
    /// <param name="columns">The runs, by ascending number of epochs.</param>
    /// <param name="recordCount">The number of runs in all columns.</param>
    public ColumnStore(CellSet cells, LargeArray<ModuleHash> hashes, Dictionary<int, KeptCell> noncanonicalCells, RunColumn[] columns, long recordCount)
    {
        _cells = cells;
        _hashes = hashes;
        _noncanonicalCells = noncanonicalCells;
        _columns = columns;
        _epochs = Array.ConvertAll(columns, column => column.Epochs);
        RecordCount = recordCount;
        MaxRepeats = columns.Length == 0 ? 0 : columns.Max(column => column.MaxRepeats);
    }

    public override ReadOnlySpan<int> Epochs => _epochs;

    public override int MaxRepeats { get; }

    public override long RecordCount { get; }

    public override int CellCount => _cells.Count;

    public override ReadOnlySpan<int> Indices => _cells.Indices;

    /// <summary>The hashes of the cells, in step with <see cref="Indices"/>.</summary>
    public ReadOnlySpan<ModuleHash> Hashes => _hashes.Span;

    private HashOrder HashOrder => _hashOrder ??= new HashOrder(Hashes, _cells.Indices);

    public override void Prefetch(int index)
    {
        int position = _cells.Find(index);
        _hashes.Prefetch(position);
        foreach (RunColumn column in _columns)
        {
            column.Prefetch(position);
        }
    }

    public override bool Contains(int index) => _cells.Find(index) >= 0;

    public override int GetRepeatCount(int index, int epochsPosition)
    {
        int position = _cells.Find(index);
        return position < 0 ? 0 : _columns[epochsPosition].Blocks[position].RepeatCount;
    }

    public override QueryStatus TryGetRun(int index, int epochsPosition, int repeat, out Run run)
    {
        int position = _cells.Find(index);
        if (position >= 0)
        {
            RunColumn column = _columns[epochsPosition];
            if ((uint)repeat < (uint)column.Blocks[position].RepeatCount)
            {
                run = column.GetRun(position, index, repeat);
                return QueryStatus.Found;
            }
        }

        run = Run.Absent;
        return Check(index, epochsPosition, repeat);
    }

    public override int Gather(
        ReadOnlySpan<int> indices, int epochsPosition, int repeat, EvaluationPoint point, Span<Metrics> results, Span<QueryStatus> statuses)
    {
        CellSet cells = _cells;
        RunColumn column = _columns[epochsPosition];
        LargeArray<RunBlock> blocks = column.Blocks;
        int found = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            int index = indices[i];
            int position = cells.Find(index);
            if (i + Lookahead < indices.Length)
            {
                blocks.Prefetch(cells.Find(indices[i + Lookahead]));
            }

            if (position >= 0 && (uint)repeat < (uint)blocks[position].RepeatCount)
            {
                results[i] = column.GetMetrics(position, index, repeat, point);
                statuses[i] = QueryStatus.Found;
                found++;
            }
            else
            {
                results[i] = Metrics.Absent;
                statuses[i] = Check(index, epochsPosition, repeat);
            }
        }

        return found;
    }

    public override int FindPlace(int index) => _cells.Find(index);

    public override int CountRepeatsAt(int place, int epochsPosition) => _columns[epochsPosition].Blocks[place].RepeatCount;

    public override Metrics GetMetricsAt(int place, int index, int epochsPosition, int repeat, EvaluationPoint point) =>
        _columns[epochsPosition].GetMetrics(place, index, repeat, point);

    public override RecordDetails GetRecord(int index, int epochsPosition, int repeat)
    {
        int position = _cells.Find(index);
        (Cell cell, int? parameters) = Get(index);
        return _columns[epochsPosition].GetRecord(position, index, repeat, cell, parameters);
    }

    public override Provenance GetProvenance(int index, int epochsPosition, int repeat)
    {
        RunColumn column = _columns[epochsPosition];
        Run run = column.GetRun(_cells.Find(index), index, repeat);
        SyntheticModel model = SyntheticMetrics.ModelOf(index, GetHash(index));
        return SyntheticMetrics.IsSynthetic(model, column.Epochs, repeat, run) ? Provenance.Synthetic : Provenance.Unknown;
    }

    public override ModuleHash GetHash(int index) => _hashes[_cells.Find(index)];

    public override Cell GetCell(int index) => Get(index).Cell;

    public override int? GetTrainableParameters(int index) => Get(index).TrainableParameters;

    public override int Find(ModuleHash hash) => HashOrder.Find(hash);

    public override ReadOnlySpan<int> SortByHash(IProgress<double>? progress, CancellationToken cancellationToken) => HashOrder.Indices;

    private KeptCell Get(int index) => _noncanonicalCells.TryGetValue(index, out KeptCell cell) ? cell : KeptCell.CanonicalAt(index);
}
