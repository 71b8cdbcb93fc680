namespace NasBench.Data;

/// <summary>Writes data sets with made-up metrics (<see cref="SyntheticMetrics"/>) as TFRecord files of the original's layout.</summary>
public static class SyntheticFileWriter
{
    /// <summary>Records of a block: most of a megabyte.</summary>
    private const int BlockSize = 2048;

    /// <summary>The share of the work, 0 to 1, that hashing the space is taken to be.</summary>
    private const double HashingShare = 0.1;

    /// <summary>Writes the whole space, or its cells up to a number of vertices.</summary>
    /// <param name="path">The file to make. It appears when it is complete; an existing one is replaced then.</param>
    /// <param name="options">What to write; null for the defaults: the whole space at 4, 12, 36 and 108 epochs, ordered by hash.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early and leaves no file.</param>
    /// <returns>The number of records and bytes written.</returns>
    /// <remarks>A second or two and 523 MB for the whole space at one number of epochs. Up to four threads share the work.</remarks>
    /// <exception cref="ArgumentException">The options are contradictory or outside their ranges.</exception>
    /// <exception cref="IOException">The file cannot be made, the disk is full or failed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static WriteReport Write(
        string path, SyntheticFileOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new SyntheticFileOptions();
        int[] epochs = CheckEpochs(options);
        int cellCount = CountCells(options.MaxVertices);
        using TfRecordWriter writer = TfRecordWriter.Create(path);

        ModuleHash[] hashes = Space<Nas101>.ComputeHashes(cellCount, Part(progress, 0, HashingShare), cancellationToken);
        int[] indices = [.. Enumerable.Range(0, cellCount)];
        Write(writer, options, epochs, hashes, indices, Part(progress, HashingShare, 1), cancellationToken);
        return new WriteReport(writer.RecordCount, writer.Length);
    }

    /// <summary>Writes the given cells only; the same bytes that a file of them alone would have.</summary>
    internal static WriteReport WriteCells(string path, SyntheticFileOptions options, int[] indices)
    {
        int[] epochs = CheckEpochs(options);
        using TfRecordWriter writer = TfRecordWriter.Create(path);
        ModuleHash[] hashes = Array.ConvertAll(indices, Space<Nas101>.HashAt);
        Write(writer, options, epochs, hashes, [.. indices], null, default);
        return new WriteReport(writer.RecordCount, writer.Length);
    }

    private static void Write(
        TfRecordWriter writer,
        SyntheticFileOptions options,
        int[] epochs,
        ModuleHash[] hashes,
        int[] indices,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        Array.Sort(hashes, indices);
        int count = checked(hashes.Length * epochs.Length * SyntheticMetrics.RepeatCount);
        int[]? shuffled = options.Order == RecordOrder.Shuffled ? Shuffle(count, options.Seed) : null;
        var blocks = new WorkRanges(count, BlockSize);
        OrderedWork<SyntheticRecords>.Run(
            blocks.Count,
            () => new SyntheticRecords(epochs, hashes, indices),
            (records, block) =>
            {
                records.Clear();
                Range numbers = blocks[block];
                for (int i = numbers.Start.Value; i < numbers.End.Value; i++)
                {
                    records.Add(shuffled is null ? i : shuffled[i]);
                }
            },
            (records, _) => writer.Write(records.Frames),
            progress,
            cancellationToken);
        writer.Complete();
    }

    private static int[] CheckEpochs(SyntheticFileOptions options)
    {
        int[] epochs = [.. options.Epochs.Order()];
        bool isRising = epochs.Zip(epochs.Skip(1)).All(pair => pair.First < pair.Second);
        if (epochs.Length is 0 or > RecordConsistency.MaxEpochsValues || epochs[0] < 1 || !isRising)
        {
            throw new ArgumentException(
                $"There must be 1 to {RecordConsistency.MaxEpochsValues} numbers of epochs, positive and all different.", nameof(options));
        }

        return epochs;
    }

    /// <summary>The number of cells with at most so many vertices; they come first in the space.</summary>
    private static int CountCells(int maxVertices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxVertices, 2, nameof(SyntheticFileOptions.MaxVertices));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxVertices, Cell.MaxVertices, nameof(SyntheticFileOptions.MaxVertices));
        int low = 0;
        int high = Space<Nas101>.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Space<Nas101>.CellAt(middle).Vertices <= maxVertices)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The numbers 0 to <paramref name="count"/> - 1 in an order that the seed decides (Fisher and Yates).</summary>
    private static int[] Shuffle(int count, long seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        var random = new SplitMix64((ulong)seed);
        for (int last = count - 1; last > 0; last--)
        {
            int other = random.NextBelow(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    private static PartialProgress? Part(IProgress<double>? progress, double start, double end) =>
        progress is null ? null : new PartialProgress(progress, start, end);
}
