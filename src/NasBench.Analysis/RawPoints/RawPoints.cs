using System.Numerics;

namespace NasBench.Analysis;

/// <summary>The raw points of a space: every set of edges among its most vertices, with every labelling. Which class each of them means.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// A point is a labelling and a graph: point = labelling * <see cref="GraphCount"/> + graph. A graph is the mask of its edges, column by column. A labelling
/// is the number whose digits in base OperationCount are the operations of the interior vertices, that of vertex 1 the lowest. What pruning keeps of a graph
/// is its <em>form</em>: NAS-Bench-101 has 2^21 graphs and 13,839 forms, so that what depends on labellings is looked up for forms only. Immutable,
/// thread-safe; 4 MB, built in some tens of milliseconds.
/// </remarks>
internal sealed class RawPoints<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private readonly ushort[] _forms = new ushort[GraphCount];
    private readonly LocateSlot[] _slots;

    public RawPoints()
    {
        List<LocateSlot> slots = [];
        LocateTable<TSpace> table = LocateTable<TSpace>.Instance;
        int[] numbers = new int[1 << Cell.MaxEdges];
        for (int graph = 0; graph < GraphCount; graph++)
        {
            uint mask = Adjacency.PadToSeven((uint)graph, TSpace.MaxVertices);
            if (!table.TryFind(mask, out LocateSlot slot))
            {
                _forms[graph] = ushort.MaxValue;
                continue;
            }

            // Numbered from 1 on, so that 0 is a form that was not met before.
            ref int number = ref numbers[mask & VertexSets.Among(Adjacency.KeptVertices(mask, Cell.MaxVertices - 1))];
            if (number == 0)
            {
                slots.Add(slot);
                number = slots.Count;
            }

            _forms[graph] = checked((ushort)(number - 1));
        }

        _slots = [.. slots];
        _forms.AsSpan().Replace(ushort.MaxValue, checked((ushort)_slots.Length));
    }

    /// <summary>The number of edges that a graph can have.</summary>
    public static int EdgeCount => Adjacency.ColumnShift(TSpace.MaxVertices);

    /// <summary>The number of interior vertices.</summary>
    public static int InteriorVertices => TSpace.MaxVertices - 2;

    /// <summary>The number of graphs.</summary>
    public static int GraphCount => 1 << EdgeCount;

    /// <summary>The number of labellings.</summary>
    public static int LabellingCount { get; } = (int)BigInteger.Pow(TSpace.OperationCount, InteriorVertices);

    /// <summary>The number of points, valid or not: 509,607,936 for NAS-Bench-101.</summary>
    public static long Count => (long)GraphCount * LabellingCount;

    /// <summary>The largest distance of two points: all edges and all operations differ.</summary>
    public static int MaxDistance => EdgeCount + InteriorVertices;

    /// <summary>The number of forms of valid graphs.</summary>
    public int FormCount => _slots.Length;

    /// <summary>The form of each graph; <see cref="FormCount"/> for a graph that is not valid.</summary>
    public ReadOnlySpan<ushort> Forms => _forms;

    /// <summary>Finds the classes that a labelling makes of the forms.</summary>
    /// <param name="labelling">The labelling.</param>
    /// <param name="classes">Receives <see cref="FormCount"/> indices.</param>
    public void FindClasses(int labelling, Span<int> classes)
    {
        ReadOnlySpan<ushort> ranks = RankTables<TSpace>.Ranks;
        ulong spread = LocateSlot.Spread(Operations(labelling));
        for (int form = 0; form < _slots.Length; form++)
        {
            classes[form] = _slots[form].IndexOf<TSpace>(spread, ranks);
        }
    }

    /// <summary>The operation bits of a cell with this labelling.</summary>
    internal static uint Operations(int labelling)
    {
        uint operations = 0;
        for (int vertex = 0; vertex < InteriorVertices; vertex++)
        {
            (labelling, int operation) = Math.DivRem(labelling, TSpace.OperationCount);
            operations |= (uint)operation << (Cell.OperationWidth * vertex);
        }

        return operations;
    }
}
