using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Finds the neighbours of a whole space, topology class by topology class.</summary>
internal static class NeighborGraphBuilder<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>How many neighbours per cell there is room for at first.</summary>
    private const int ExpectedCount = 20;

    /// <summary>Classes between two reports.</summary>
    private const int ReportEvery = 64;

    [SkipLocalsInit]
    public static NeighborGraph Build(NeighborKind kind, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        int count = Space<TSpace>.Count;
        var starts = new int[count + 1];
        int[] targets = GC.AllocateUninitializedArray<int>(count * ExpectedCount);
        Span<LocateSlot> room = stackalloc LocateSlot[ClassEdits<TSpace>.MaxCount];
        int classes = TSpace.ClassTopologies.Length;
        for (int number = 0; number < classes; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = new ClassCells<TSpace>(number);
            var edits = new ClassEdits<TSpace>(cells, kind == NeighborKind.Extended, room);
            int used = starts[cells.FirstIndex];
            int needed = used + (cells.Labellings.Length * edits.Count);
            if (targets.Length < needed)
            {
                Array.Resize(ref targets, Math.Max(targets.Length + (targets.Length / 2), needed));
            }

            Write(cells, edits, targets, starts);
            if (number % ReportEvery == 0 || number == classes - 1)
            {
                progress?.Report((double)(number + 1) / classes);
            }
        }

        return new NeighborGraph(starts, targets);
    }

    /// <summary>Writes the neighbours of each cell of a class, each once, after those of the cells before it.</summary>
    private static void Write(ClassCells<TSpace> cells, ClassEdits<TSpace> edits, Span<int> targets, Span<int> starts)
    {
        int used = starts[cells.FirstIndex];
        for (int i = 0; i < cells.Labellings.Length; i++)
        {
            Span<int> free = targets[used..];
            int index = cells.FirstIndex + i;
            used += DistinctIndices.Sort(free[..edits.Write(cells.Labellings[i], index, free)]);
            starts[index + 1] = used;
        }
    }
}
