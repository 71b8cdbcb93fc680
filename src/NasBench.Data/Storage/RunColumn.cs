using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>All runs at one number of epochs, a block for each cell.</summary>
/// <remarks>
/// Two tables in step: <see cref="Blocks"/>, which queries read, and the details, which they do not. A record that does not fit
/// them exactly is kept whole in a side table as well, so nothing is lost and the common case stays two cache lines for three repeats.
/// </remarks>
internal sealed class RunColumn
{
    private readonly LargeArray<DetailBlock> _details;
    private readonly Dictionary<(int Index, int Repeat), RecordDetails> _noncanonical;

    public RunColumn(int epochs, int length)
        : this(epochs, new LargeArray<RunBlock>(length), new LargeArray<DetailBlock>(length), [])
    {
    }

    private RunColumn(int epochs, LargeArray<RunBlock> blocks, LargeArray<DetailBlock> details, Dictionary<(int Index, int Repeat), RecordDetails> noncanonical)
    {
        Epochs = epochs;
        Blocks = blocks;
        _details = details;
        _noncanonical = noncanonical;
    }

    public int Epochs { get; }

    public LargeArray<RunBlock> Blocks { get; }

    /// <summary>The most repeats that any cell has.</summary>
    public int MaxRepeats { get; private set; }

    /// <summary>Adds the next repeat of a cell, a canonical one, if its block has room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int position, in PackedRun packed)
    {
        ref RunBlock block = ref Blocks[position];
        int repeat = block.RepeatCount;
        if (!block.TryAdd(packed))
        {
            return false;
        }

        _details[position].Set(repeat, packed);
        if (repeat >= MaxRepeats)
        {
            MaxRepeats = repeat + 1;
        }

        return true;
    }

    /// <summary>Asks the processor to have what <see cref="TryAdd"/> writes to in its cache soon. Any position may be asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int position)
    {
        Blocks.Prefetch(position);
        _details.Prefetch(position);
    }

    /// <summary>Adds the next repeat of a cell.</summary>
    /// <param name="position">The cell's place in the column.</param>
    /// <param name="index">The cell's index in the space.</param>
    /// <param name="record">The record.</param>
    /// <param name="isCanonical">Whether graph and parameter count are those kept for the whole cell, and there are no checkpoint paths.</param>
    public void Add(int position, int index, in RecordDetails record, bool isCanonical)
    {
        ref RunBlock block = ref Blocks[position];
        ref DetailBlock details = ref _details[position];
        int repeat = block.RepeatCount;
        RecordedRun recorded = record.Run;
        MaxRepeats = Math.Max(MaxRepeats, repeat + 1);

        bool fits = block.Add(recorded.ToRun());
        fits &= details.TrySet(repeat, RecordedRun.ToMetrics(recorded.Initial), recorded.TotalTime);
        if (!fits || !isCanonical || !recorded.HasCanonicalEpochs(Epochs))
        {
            details.MarkElsewhere(repeat);
            _noncanonical.Add((index, repeat), record);
        }
    }

    /// <summary>Both evaluations of a repeat that exists.</summary>
    public Run GetRun(int position, int index, int repeat)
    {
        ref readonly RunBlock block = ref Blocks[position];
        return block.Holds(repeat) ? block.GetRun(repeat) : _noncanonical[(index, repeat)].Run.ToRun();
    }

    /// <summary>One evaluation of a repeat that exists.</summary>
    public Metrics GetMetrics(int position, int index, int repeat, EvaluationPoint point)
    {
        ref readonly RunBlock block = ref Blocks[position];
        if (block.Holds(repeat))
        {
            return point == EvaluationPoint.Halfway ? block.GetHalfway(repeat) : block.GetFinal(repeat);
        }

        return _noncanonical[(index, repeat)].Run.ToRun().At(point);
    }

    /// <summary>The whole record of a repeat that exists; graph and parameter count of a canonical record are those of the cell.</summary>
    public RecordDetails GetRecord(int position, int index, int repeat, Cell cell, int? parameters)
    {
        ref readonly DetailBlock details = ref _details[position];
        if (!details.Holds(repeat))
        {
            return _noncanonical[(index, repeat)];
        }

        RecordedRun recorded = RecordedRun.Canonical(Epochs, details.GetInitial(repeat), Blocks[position].GetRun(repeat), details.GetTotalTime(repeat));
        return new RecordDetails(recorded, cell, parameters, null);
    }

    /// <summary>The same runs with the cells at the given positions, in that order.</summary>
    public RunColumn Gather(ReadOnlySpan<int> positions) =>
        new(Epochs, Blocks.Gather(positions), _details.Gather(positions), _noncanonical) { MaxRepeats = MaxRepeats };
}
