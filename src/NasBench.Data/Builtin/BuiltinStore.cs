namespace NasBench.Data;

/// <summary>The built-in data set: some published measurements, and the formula of made-up metrics for all else, computed when asked for.</summary>
internal sealed class BuiltinStore : RunStore
{
    private static readonly int[] s_epochs = [4, 12, 36, 108];

    private readonly Dictionary<int, PublishedCell> _published = [];
    private int[]? _indices;
    private HashOrder? _hashOrder;

    /// <summary>Takes the measurements.</summary>
    /// <param name="measured">The published cells; none for a store in which everything is made up.</param>
    public BuiltinStore(IEnumerable<PublishedCell> measured)
    {
        foreach (PublishedCell published in measured)
        {
            Cell.ParseRaw(published.Matrix, published.Operations, out Cell cell);
            _published.Add(Space<Nas101>.Locate(cell), published);
        }
    }

    public override ReadOnlySpan<int> Epochs => s_epochs;

    public override int MaxRepeats => SyntheticMetrics.RepeatCount;

    public override long RecordCount => (long)CellCount * s_epochs.Length * SyntheticMetrics.RepeatCount;

    public override int CellCount => Space<Nas101>.Count;

    public override ReadOnlySpan<int> Indices => _indices ??= [.. Enumerable.Range(0, CellCount)];

    /// <summary>The number goes up when a published run is added or the formula changes.</summary>
    public override string Identity => _published.Count > 0 ? "builtin-1" : "synthetic-1";

    /// <summary>Hashes the space: every value depends on the hash of its cell, and hashes are cheaper by the hundred thousand.</summary>
    public override void PrepareForAllCells(IProgress<double>? progress, CancellationToken cancellationToken) =>
        Space<Nas101>.PrepareHashes(progress, cancellationToken);

    public override bool Contains(int index) => (uint)index < (uint)CellCount;

    public override int GetRepeatCount(int index, int epochsPosition) => Contains(index) ? SyntheticMetrics.RepeatCount : 0;

    public override QueryStatus TryGetRun(int index, int epochsPosition, int repeat, out Run run)
    {
        QueryStatus status = Check(index, epochsPosition, repeat);
        run = status == QueryStatus.Found ? GetRecordedRun(index, epochsPosition, repeat).ToRun() : Run.Absent;
        return status;
    }

    public override int Gather(
        ReadOnlySpan<int> indices, int epochsPosition, int repeat, EvaluationPoint point, Span<Metrics> results, Span<QueryStatus> statuses)
    {
        int found = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            statuses[i] = TryGetRun(indices[i], epochsPosition, repeat, out Run run);
            results[i] = run.At(point);
            found += statuses[i] == QueryStatus.Found ? 1 : 0;
        }

        return found;
    }

    public override int FindPlace(int index) => Contains(index) ? index : -1;

    public override int CountRepeatsAt(int place, int epochsPosition) => SyntheticMetrics.RepeatCount;

    public override Metrics GetMetricsAt(int place, int index, int epochsPosition, int repeat, EvaluationPoint point) =>
        GetRecordedRun(index, epochsPosition, repeat).ToRun().At(point);

    public override RecordDetails GetRecord(int index, int epochsPosition, int repeat) =>
        new(GetRecordedRun(index, epochsPosition, repeat), GetCell(index), GetTrainableParameters(index), null);

    public override Provenance GetProvenance(int index, int epochsPosition, int repeat) =>
        TryGetPublished(index, epochsPosition, repeat, out _) ? Provenance.Measured : Provenance.Synthetic;

    public override ModuleHash GetHash(int index) =>
        _published.TryGetValue(index, out PublishedCell? published) ? published.Hash : Space<Nas101>.HashAt(index);

    public override Cell GetCell(int index) => Space<Nas101>.CellAt(index);

    public override int? GetTrainableParameters(int index) => TrueParameters.OfAllCells[index];

    public override int Find(ModuleHash hash)
    {
        foreach ((int index, PublishedCell published) in _published)
        {
            if (published.Hash == hash)
            {
                return index;
            }
        }

        return Space<Nas101>.TryFind(hash, out int found) ? found : -1;
    }

    public override ReadOnlySpan<int> SortByHash(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (_hashOrder is null)
        {
            PrepareForAllCells(progress, cancellationToken);
            var hashes = new ModuleHash[CellCount];
            for (int index = 0; index < hashes.Length; index++)
            {
                hashes[index] = GetHash(index);
            }

            _hashOrder = new HashOrder(hashes, Indices);
        }

        return _hashOrder.Indices;
    }

    private RecordedRun GetRecordedRun(int index, int epochsPosition, int repeat)
    {
        if (TryGetPublished(index, epochsPosition, repeat, out RecordedRun recorded))
        {
            return recorded;
        }

        return SyntheticMetrics.ModelOf(index, GetHash(index)).GetRecordedRun(s_epochs[epochsPosition], repeat);
    }

    private bool TryGetPublished(int index, int epochsPosition, int repeat, out RecordedRun recorded)
    {
        if (_published.TryGetValue(index, out PublishedCell? published))
        {
            foreach (PublishedRun run in published.Runs)
            {
                if (run.Epochs == s_epochs[epochsPosition] && run.Repeat == repeat)
                {
                    recorded = run.Run;
                    return true;
                }
            }
        }

        recorded = default;
        return false;
    }
}
