namespace NasBench.Data;

/// <summary>Where a <see cref="Dataset"/> gets its values from: columns in memory, a mapped file, or a formula that computes them on demand.</summary>
/// <remarks>
/// Cells are named by index; numbers of epochs by their position in <see cref="Epochs"/>. Immutable and thread-safe. Any index
/// may be looked for; the values of a cell, and of a repeat, may be asked for only where they exist, unless a member says otherwise.
/// </remarks>
internal abstract class RunStore
{
    /// <summary>The numbers of epochs, ascending.</summary>
    public abstract ReadOnlySpan<int> Epochs { get; }

    /// <summary>The most repeats that any cell has at any number of epochs.</summary>
    public abstract int MaxRepeats { get; }

    public abstract long RecordCount { get; }

    /// <summary>A name that stands for all values, where the program computes them; null for values that were read.</summary>
    public virtual string? Identity => null;

    public abstract int CellCount { get; }

    /// <summary>The indices of the cells, ascending.</summary>
    public abstract ReadOnlySpan<int> Indices { get; }

    /// <summary>Does once whatever makes asking for all cells faster. Calling it is optional.</summary>
    public virtual void PrepareForAllCells(IProgress<double>? progress, CancellationToken cancellationToken)
    {
    }

    /// <summary>Asks the processor to have what is known of a cell in its cache soon. Any index may be asked for.</summary>
    public virtual void Prefetch(int index)
    {
    }

    public abstract bool Contains(int index);

    public abstract int GetRepeatCount(int index, int epochsPosition);

    /// <summary>Both evaluations of a repeat; any index and any repeat may be asked for.</summary>
    public abstract QueryStatus TryGetRun(int index, int epochsPosition, int repeat, out Run run);

    public abstract RecordDetails GetRecord(int index, int epochsPosition, int repeat);

    public abstract Provenance GetProvenance(int index, int epochsPosition, int repeat);

    /// <summary>The module hash of a cell that is in the data.</summary>
    public abstract ModuleHash GetHash(int index);

    /// <summary>The graph that the data hold for a cell in them.</summary>
    public abstract Cell GetCell(int index);

    /// <summary>The parameter count that the data hold for a cell in them; null where absent.</summary>
    public abstract int? GetTrainableParameters(int index);

    /// <summary>The index of the cell with a hash, or -1 where no such cell is in the data.</summary>
    public abstract int Find(ModuleHash hash);

    /// <summary>The cells' indices in ascending order of their hashes.</summary>
    public abstract ReadOnlySpan<int> SortByHash(IProgress<double>? progress, CancellationToken cancellationToken);

    /// <summary>One evaluation of each of many cells. The loop is the store's own, so that it need not go through virtual calls.</summary>
    /// <returns>The number of cells answered with <see cref="QueryStatus.Found"/>.</returns>
    public abstract int Gather(
        ReadOnlySpan<int> indices, int epochsPosition, int repeat, EvaluationPoint point, Span<Metrics> results, Span<QueryStatus> statuses);

    /// <summary>Where the store keeps a cell, for <see cref="CountRepeatsAt"/> and <see cref="GetMetricsAt"/>; -1 where the cell is not in the data. Any index
    /// may be asked for.</summary>
    public abstract int FindPlace(int index);

    /// <summary>The number of repeats of a cell that is in the data.</summary>
    /// <param name="place">Where <see cref="FindPlace"/> found it.</param>
    /// <param name="epochsPosition">The position of the number of epochs.</param>
    public abstract int CountRepeatsAt(int place, int epochsPosition);

    /// <summary>One evaluation of a repeat that exists.</summary>
    /// <param name="place">Where <see cref="FindPlace"/> found the cell.</param>
    /// <param name="index">The cell's index.</param>
    /// <param name="epochsPosition">The position of the number of epochs.</param>
    /// <param name="repeat">The repeat, below <see cref="CountRepeatsAt"/>.</param>
    /// <param name="point">Which evaluation.</param>
    public abstract Metrics GetMetricsAt(int place, int index, int epochsPosition, int repeat, EvaluationPoint point);

    /// <summary>Position of a number of epochs, or -1.</summary>
    public int FindEpochs(int epochs) => Epochs.IndexOf(epochs);

    /// <summary>Why a cell has no such repeat; Found if it has.</summary>
    public QueryStatus Check(int index, int epochsPosition, int repeat)
    {
        int repeatCount = GetRepeatCount(index, epochsPosition);
        return (uint)repeat < (uint)repeatCount ? QueryStatus.Found : ExplainMissing(index, Contains(index), repeatCount);
    }

    protected static QueryStatus ExplainMissing(int index, bool isInData, int repeatCount)
    {
        if (isInData)
        {
            return repeatCount == 0 ? QueryStatus.NoSuchEpochs : QueryStatus.NoSuchRepeat;
        }

        return (uint)index < (uint)Space<Nas101>.Count ? QueryStatus.NotInData : QueryStatus.InvalidCell;
    }
}
