namespace NasBench.Data;

/// <summary>All runs at one number of epochs, a block for each cell.</summary>
/// <remarks>
/// Two tables in step: <see cref="Blocks"/>, which queries read, and the details, which they do not. A record that does not fit
/// them exactly is kept whole in a side table as well, so nothing is lost and the common case stays 120 bytes for three repeats.
/// </remarks>
internal sealed class RunColumn
{
    private readonly DetailBlock[] _details;
    private readonly Dictionary<(int Index, int Repeat), RecordDetails> _unusual;

    public RunColumn(int epochs, int length)
        : this(epochs, new AlignedBlocks(length), new DetailBlock[length], [])
    {
    }

    private RunColumn(int epochs, AlignedBlocks blocks, DetailBlock[] details, Dictionary<(int Index, int Repeat), RecordDetails> unusual)
    {
        Epochs = epochs;
        Blocks = blocks;
        _details = details;
        _unusual = unusual;
    }

    public int Epochs { get; }

    public AlignedBlocks Blocks { get; }

    /// <summary>Adds the next repeat of a cell.</summary>
    /// <param name="position">The cell's place in the column.</param>
    /// <param name="index">The cell's index in the space.</param>
    /// <param name="record">The record.</param>
    /// <param name="isUsual">Whether graph and parameter count are those kept for the whole cell, and there are no checkpoint paths.</param>
    public void Add(int position, int index, in RecordDetails record, bool isUsual)
    {
        ref RunBlock block = ref Blocks[position];
        ref DetailBlock details = ref _details[position];
        int repeat = block.RepeatCount;
        Training training = record.Training;

        bool fits = block.Add(training.Run);
        fits &= details.TrySet(repeat, Training.ToMetrics(training.Initial), training.TotalTime);
        if (!fits || !isUsual || !HasUsualEpochs(training))
        {
            details.MarkElsewhere(repeat);
            _unusual.Add((index, repeat), record);
        }
    }

    /// <summary>Both evaluations of a repeat that exists.</summary>
    public Run GetRun(int position, int index, int repeat)
    {
        ref readonly RunBlock block = ref Blocks[position];
        return block.Holds(repeat) ? block.GetRun(repeat) : _unusual[(index, repeat)].Training.Run;
    }

    /// <summary>One evaluation of a repeat that exists.</summary>
    public Metrics GetMetrics(int position, int index, int repeat, bool halfway)
    {
        ref readonly RunBlock block = ref Blocks[position];
        if (block.Holds(repeat))
        {
            return halfway ? block.GetHalfway(repeat) : block.GetFinal(repeat);
        }

        Run run = _unusual[(index, repeat)].Training.Run;
        return halfway ? run.Halfway : run.Final;
    }

    /// <summary>The whole record of a repeat that exists; graph and parameter count of a usual record are those of the cell.</summary>
    public RecordDetails GetRecord(int position, int index, int repeat, Cell cell, int? parameters)
    {
        ref readonly DetailBlock details = ref _details[position];
        if (!details.Holds(repeat))
        {
            return _unusual[(index, repeat)];
        }

        Run run = Blocks[position].GetRun(repeat);
        var training = new Training(
            Training.ToEvaluation(0, details.GetInitial(repeat)),
            Training.ToEvaluation(Epochs / 2.0, run.Halfway),
            Training.ToEvaluation(Epochs, run.Final),
            details.GetTotalTime(repeat));
        return new RecordDetails(training, cell, parameters, null);
    }

    /// <summary>The same runs with the cells at the given positions, in that order.</summary>
    public RunColumn Gather(ReadOnlySpan<int> positions)
    {
        var details = new DetailBlock[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            details[i] = _details[positions[i]];
        }

        return new RunColumn(Epochs, Blocks.Gather(positions), details, _unusual);
    }

    private bool HasUsualEpochs(in Training training) =>
        IsZero(training.Initial.Epoch) && training.Halfway.Epoch == Epochs / 2.0 && training.Final.Epoch == Epochs;

    /// <summary>Whether a number is 0 and not -0.</summary>
    private static bool IsZero(double value) => BitConverter.DoubleToInt64Bits(value) == 0;
}
