using NasBench.Data;

namespace NasBench.Analysis.Tests.Tables;

/// <summary>A data set whose final metrics stand in a table: by cell and number of epochs those of each repeat.</summary>
internal sealed class TableStore(IReadOnlyDictionary<(int Index, int Epochs), Metrics[]> table) : RunStore
{
    private readonly int[] _indices = [.. table.Keys.Select(key => key.Index).Distinct().Order()];
    private readonly int[] _epochs = [.. table.Keys.Select(key => key.Epochs).Distinct().Order()];
    private int[]? _byHash;

    public override ReadOnlySpan<int> Epochs => _epochs;

    public override int MaxRepeats => table.Values.Select(repeats => repeats.Length).DefaultIfEmpty(0).Max();

    public override long RecordCount => table.Values.Sum(repeats => repeats.Length);

    public override int CellCount => _indices.Length;

    public override ReadOnlySpan<int> Indices => _indices;

    public static Dataset Open(IReadOnlyDictionary<(int Index, int Epochs), Metrics[]> table) =>
        new(new OpenedData(new TableStore(table), Provenance.Synthetic, OpenReport.None));

    public override bool Contains(int index) => Array.BinarySearch(_indices, index) >= 0;

    public override int GetRepeatCount(int index, int epochsPosition) => Repeats(index, epochsPosition).Length;

    public override QueryStatus TryGetRun(int index, int epochsPosition, int repeat, out Run run)
    {
        QueryStatus status = Check(index, epochsPosition, repeat);
        run = status == QueryStatus.Found ? new Run(Metrics.Absent, Repeats(index, epochsPosition)[repeat]) : Run.Absent;
        return status;
    }

    public override RecordDetails GetRecord(int index, int epochsPosition, int repeat) => throw new NotSupportedException();

    public override Provenance GetProvenance(int index, int epochsPosition, int repeat) => Provenance.Synthetic;

    public override ModuleHash GetHash(int index) => Space<Nas101>.HashAt(index);

    public override Cell GetCell(int index) => Nas101.CellAt(index);

    public override int? GetTrainableParameters(int index) => index % 2 == 0 ? (int)CellCosts.TrainableParametersAt(index) : null;

    public override int Find(ModuleHash hash) => Space<Nas101>.TryFind(hash, out int index) && Contains(index) ? index : -1;

    public override ReadOnlySpan<int> SortByHash(IProgress<double>? progress, CancellationToken cancellationToken) =>
        _byHash ??= [.. _indices.OrderBy(GetHash)];

    public override int Gather(
        ReadOnlySpan<int> indices, int epochsPosition, int repeat, EvaluationPoint point, Span<Metrics> results, Span<QueryStatus> statuses)
        => throw new NotSupportedException();

    public override int FindPlace(int index) => Contains(index) ? index : -1;

    public override int CountRepeatsAt(int place, int epochsPosition) => Repeats(place, epochsPosition).Length;

    public override Metrics GetMetricsAt(int place, int index, int epochsPosition, int repeat, EvaluationPoint point) =>
        point == EvaluationPoint.Final ? Repeats(index, epochsPosition)[repeat] : Metrics.Absent;

    private Metrics[] Repeats(int index, int epochsPosition) => table.GetValueOrDefault((index, _epochs[epochsPosition]), []);
}
