using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>The Hamming distance of every raw point to the nearest point of some classes: edges and operations that differ.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// A distance transform. Hamming distance is a sum over coordinates, so one pass over each of them, in any order, gives it exactly (as Felzenszwalb and
/// Huttenlocher, "Distance transforms of sampled functions", 2012, do for other sums). A byte a point: half a gigabyte for NAS-Bench-101, which is used again
/// for other classes. For one caller at a time.
/// </remarks>
internal sealed class RawDistances<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>More than any distance, and small enough that the passes can add one to it.</summary>
    public const byte Unreached = 64;

    /// <summary>Graphs whose labellings are worked on together: with 243 labellings they fit the second-level cache.</summary>
    private const int GraphsInPiece = 2048;

    /// <summary>What else the work needs, for the refusal of machines that have too little memory: tables of classes and distances.</summary>
    private const long OtherMemory = 150_000_000;

    private readonly RawPoints<TSpace> _points = new();
    private readonly LargeArray<byte> _distances = Allocate();

    /// <summary>Measures the distance of every point.</summary>
    /// <param name="isPeak">For each class whether its points have distance 0.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Measure(bool[] isPeak, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IProgress<double>? first = progress is null ? null : new PartialProgress(progress, 0, 0.6);
        IProgress<double>? second = progress is null ? null : new PartialProgress(progress, 0.6, 1);
        ParallelWork.Run(new WorkRanges(RawPoints<TSpace>.LabellingCount, 1), piece => RunEdges(piece, isPeak), first, cancellationToken);
        ParallelWork.Run(new WorkRanges(RawPoints<TSpace>.GraphCount, GraphsInPiece), RunOperations, second, cancellationToken);
    }

    /// <summary>The distances of the graphs with one labelling.</summary>
    public ReadOnlySpan<byte> OfLabelling(int labelling) => Block(labelling);

    /// <summary>Counts the points of each class at each distance.</summary>
    public DistanceCounts Count(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var counts = new DistanceCounts(TSpace.CellCount);
        OrderedWork<FormCounts>.Run(
            RawPoints<TSpace>.LabellingCount,
            () => new FormCounts(_points.FormCount),
            (own, labelling) => own.Fill(_points.Forms, Block(labelling)),
            (own, labelling) =>
            {
                _points.FindClasses(labelling, own.Classes);
                own.AddTo(counts);
            },
            progress,
            cancellationToken);
        return counts;
    }

    /// <exception cref="InsufficientMemoryException">There is not memory enough.</exception>
    private static LargeArray<byte> Allocate()
    {
        long needed = RawPoints<TSpace>.Count + OtherMemory;
        GCMemoryInfo memory = GC.GetGCMemoryInfo();
        if (memory.TotalAvailableMemoryBytes > 0 && memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes < needed)
        {
            throw Refuse(needed, null);
        }

        try
        {
            return new LargeArray<byte>(checked((int)RawPoints<TSpace>.Count));
        }
        catch (OutOfMemoryException failure)
        {
            throw Refuse(needed, failure);
        }
    }

    private static InsufficientMemoryException Refuse(long needed, Exception? cause) =>
        new($"the distances of all raw points need {needed / 1_000_000} MB of memory, which are not free", cause);

    private void RunEdges(Range labellings, bool[] isPeak)
    {
        int[] classes = new int[_points.FormCount];
        byte[] starts = new byte[_points.FormCount + 1];
        starts[^1] = Unreached;
        for (int labelling = labellings.Start.Value; labelling < labellings.End.Value; labelling++)
        {
            _points.FindClasses(labelling, classes);
            for (int form = 0; form < classes.Length; form++)
            {
                starts[form] = isPeak[classes[form]] ? (byte)0 : Unreached;
            }

            Span<byte> block = Block(labelling);
            ReadOnlySpan<ushort> forms = _points.Forms;
            for (int graph = 0; graph < block.Length; graph++)
            {
                block[graph] = starts[forms[graph]];
            }

            EdgeRelaxation.Run(block, RawPoints<TSpace>.EdgeCount);
        }
    }

    /// <summary>Copies some graphs of all labellings together: in the array they lie so far apart that they would share few lines of a cache.</summary>
    private void RunOperations(Range graphs)
    {
        (int start, int width) = graphs.GetOffsetAndLength(RawPoints<TSpace>.GraphCount);
        byte[] rows = new byte[width * RawPoints<TSpace>.LabellingCount];
        for (int labelling = 0; labelling < RawPoints<TSpace>.LabellingCount; labelling++)
        {
            Block(labelling).Slice(start, width).CopyTo(rows.AsSpan(labelling * width));
        }

        OperationRelaxation.Run(rows, width, RawPoints<TSpace>.InteriorVertices, TSpace.OperationCount);
        for (int labelling = 0; labelling < RawPoints<TSpace>.LabellingCount; labelling++)
        {
            rows.AsSpan(labelling * width, width).CopyTo(Block(labelling)[start..]);
        }
    }

    private Span<byte> Block(int labelling) => _distances.Span.Slice(labelling * RawPoints<TSpace>.GraphCount, RawPoints<TSpace>.GraphCount);

    /// <summary>What a thread counts for one labelling: at each distance the graphs of each form.</summary>
    private sealed class FormCounts(int forms)
    {
        private readonly int[] _counts = new int[(forms + 1) * DistanceCounts.Width];

        public int[] Classes { get; } = new int[forms];

        public void Fill(ReadOnlySpan<ushort> graphs, ReadOnlySpan<byte> distances)
        {
            int[] counts = _counts;
            Array.Clear(counts);
            for (int graph = 0; graph < graphs.Length && graph < distances.Length; graph++)
            {
                counts[(graphs[graph] * DistanceCounts.Width) + Math.Min((int)distances[graph], DistanceCounts.Width - 1)]++;
            }
        }

        public void AddTo(DistanceCounts counts)
        {
            for (int form = 0; form < Classes.Length; form++)
            {
                counts.Add(Classes[form], Of(form));
            }

            counts.AddInvalid(Of(Classes.Length));
        }

        private ReadOnlySpan<int> Of(int form) => _counts.AsSpan(form * DistanceCounts.Width, DistanceCounts.Width);
    }
}
