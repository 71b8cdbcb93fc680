using NasBench.Data;

namespace NasBench.Search.Tests.Oracles;

/// <summary>A table of made-up accuracies for some cells after one number of epochs; each evaluation takes a second.</summary>
internal sealed class TableStore(IReadOnlyDictionary<int, (double Validation, double Test)[]> table) : RunStore
{
    private readonly int[] _indices = [.. table.Keys.Order()];

    public override ReadOnlySpan<int> Epochs => new int[] { 108 };

    public override int MaxRepeats => table.Values.Max(repeats => repeats.Length);

    public override long RecordCount => table.Values.Sum(repeats => repeats.Length);

    public override int CellCount => table.Count;

    public override ReadOnlySpan<int> Indices => _indices;

    public Dataset Open() => new(new OpenedData(this, Provenance.Synthetic, OpenReport.None));

    public override bool Contains(int index) => table.ContainsKey(index);

    public override int GetRepeatCount(int index, int epochsPosition) => table.TryGetValue(index, out (double, double)[]? repeats) ? repeats.Length : 0;

    public override QueryStatus TryGetRun(int index, int epochsPosition, int repeat, out Run run) => throw new NotSupportedException();

    public override RecordDetails GetRecord(int index, int epochsPosition, int repeat) => throw new NotSupportedException();

    public override Provenance GetProvenance(int index, int epochsPosition, int repeat) => Provenance.Synthetic;

    public override ModuleHash GetHash(int index) => Space<Nas101>.HashAt(index);

    public override Cell GetCell(int index) => Nas101.CellAt(index);

    public override int? GetTrainableParameters(int index) => null;

    public override int Find(ModuleHash hash) => throw new NotSupportedException();

    public override ReadOnlySpan<int> SortByHash(IProgress<double>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override int Gather(
        ReadOnlySpan<int> indices, int epochsPosition, int repeat, EvaluationPoint point, Span<Metrics> results, Span<QueryStatus> statuses)
        => throw new NotSupportedException();

    public override int FindPlace(int index) => Contains(index) ? index : -1;

    public override int CountRepeatsAt(int place, int epochsPosition) => table[place].Length;

    public override Metrics GetMetricsAt(int place, int index, int epochsPosition, int repeat, EvaluationPoint point)
    {
        (double validation, double test) = table[index][repeat];
        return new Metrics(1, 1, validation, test);
    }
}
