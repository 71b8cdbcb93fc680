using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The perfect-hash table of a space: from the edges that pruning keeps of a seven-vertex graph to the class and the weights of its operations.
/// </summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// <para>
/// The key is the adjacency mask with all edges of removed vertices cleared. As every kept vertex has an edge, it tells the kept vertices and the topology, so
/// nothing has to be compressed (no PEXT). NAS-Bench-101 has 13,839 keys. Hash and displace: one multiplication gives a bucket and a slot, the
/// bucket's displacement is added by exclusive or. Only keys that are in the space may be looked up (connected, within the limits): no key is stored.
/// </para>
/// <para>
/// Sizes for NAS-Bench-101: displacements 8 KB and ranks 11 KB (first-level cache), slots 256 KB (second-level cache).
/// Built in about a millisecond at first use.
/// </para>
/// </remarks>
internal sealed class LocateTable<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>2^32 divided by the golden ratio, made odd: spreads masks that differ in few bits.</summary>
    public const uint Multiplier = 0x9E3779B1;

    /// <summary>Another odd number without a pattern, for the slot.</summary>
    public const uint SlotMultiplier = 0x85EBCA77;

    /// <summary>Keys per bucket on average; fewer make displacements easier to find and the table of displacements larger.</summary>
    private const int KeysPerBucket = 4;

    private readonly LocateSlot[] _slots;
    private readonly ushort[] _displacements;
    private readonly uint[] _keptEdges = BuildKeptEdges();
    private readonly int _slotShift;
    private readonly int _bucketShift;

    private LocateTable(List<(uint Key, LocateSlot Slot)> entries, int slotBits)
    {
        int bucketBits = Math.Max(slotBits - BitOperations.Log2(KeysPerBucket), 1);
        _slotShift = 32 - slotBits;
        _bucketShift = 32 - bucketBits;
        _slots = new LocateSlot[1 << slotBits];
        _displacements = new ushort[1 << bucketBits];
        IsComplete = TryPlace(entries);
    }

    /// <summary>The table of the space.</summary>
    public static LocateTable<TSpace> Instance { get; } = Build();

    /// <summary>Whether all keys found a slot of their own.</summary>
    private bool IsComplete { get; }

    /// <summary>The edges among a set of kept vertices, indexed by the five bits of the interior ones.</summary>
    public ReadOnlySpan<uint> KeptEdges => _keptEdges;

    /// <summary>Shift of the product that gives the bucket.</summary>
    public int BucketShift => _bucketShift;

    /// <summary>Shift of the product that gives the slot before displacement.</summary>
    public int SlotShift => _slotShift;

    /// <summary>The slot of a key, which must be one of the space; for any other value the slot is of some other key.</summary>
    public ref readonly LocateSlot Find(uint key) => ref At(BucketOf(key), SlotOf(key));

    /// <summary>The slot of a key whose bucket and slot before displacement are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly LocateSlot At(int bucket, int slot) => ref _slots[slot ^ _displacements[bucket]];

    /// <summary>The slot of a graph of seven vertices, if what pruning keeps of it is within the limits of the space.</summary>
    public bool TryFind(uint mask, out LocateSlot slot)
    {
        uint kept = Adjacency.KeptVertices(mask, Cell.MaxVertices - 1);
        uint key = mask & _keptEdges[(int)(kept >> 1) & ((1 << Cell.MaxInteriorVertices) - 1)];
        bool isWithin = kept != 0 && BitOperations.PopCount(key) <= TSpace.MaxEdges && BitOperations.PopCount(kept) <= TSpace.MaxVertices;
        slot = isWithin ? Find(key) : default;
        return isWithin;
    }

    private int BucketOf(uint key) => (int)((key * Multiplier) >> _bucketShift);

    /// <summary>Takes other bits of a product than the bucket does, else the keys of a bucket would crowd into few slots.</summary>
    private int SlotOf(uint key) => (int)((key * SlotMultiplier) >> _slotShift);

    /// <summary>Takes as many slots as the smallest power of two that works; in practice the first one that is large enough.</summary>
    private static LocateTable<TSpace> Build()
    {
        List<(uint Key, LocateSlot Slot)> entries = CollectEntries();
        int slotBits = BitOperations.Log2((uint)entries.Count) + 1;
        LocateTable<TSpace> table;
        do
        {
            table = new LocateTable<TSpace>(entries, slotBits++);
        }
        while (!table.IsComplete);

        return table;
    }

    private static uint[] BuildKeptEdges()
    {
        var table = new uint[1 << Cell.MaxInteriorVertices];
        for (int interior = 0; interior < table.Length; interior++)
        {
            uint kept = 1u | ((uint)interior << 1) | (1u << (Cell.MaxVertices - 1));
            for (int to = 1; to < Cell.MaxVertices; to++)
            {
                uint column = ((kept >> to) & 1) != 0 ? kept & ((1u << to) - 1) : 0;
                table[interior] |= column << Adjacency.ColumnShift(to);
            }
        }

        return table;
    }

    /// <summary>Every topology in every place that it can take among the five interior vertices.</summary>
    private static List<(uint Key, LocateSlot Slot)> CollectEntries()
    {
        var entries = new List<(uint, LocateSlot)>();
        Span<int> places = stackalloc int[Cell.MaxVertices];
        for (int number = 0; number < TSpace.TopologyMasks.Length; number++)
        {
            uint topology = TSpace.TopologyMasks[number];
            int interior = Topology.Vertices(topology) - 2;
            for (uint chosen = 0; chosen < 1u << Cell.MaxInteriorVertices; chosen++)
            {
                if (BitOperations.PopCount(chosen) == interior)
                {
                    SetPlaces(chosen, places);
                    entries.Add((Expand(Topology.AdjacencyBits(topology), places[..(interior + 2)]), MakeSlot(number, interior, places)));
                }
            }
        }

        return entries;
    }

    /// <summary>Lists the vertices of a seven-vertex graph on which those of a topology stand.</summary>
    private static void SetPlaces(uint chosenInterior, Span<int> places)
    {
        int count = 0;
        places[count++] = 0;
        for (uint rest = chosenInterior; rest != 0; rest &= rest - 1)
        {
            places[count++] = BitOperations.TrailingZeroCount(rest) + 1;
        }

        places[count] = Cell.MaxVertices - 1;
    }

    private static uint Expand(uint adjacency, ReadOnlySpan<int> places)
    {
        uint mask = 0;
        for (int to = 1; to < places.Length; to++)
        {
            for (int from = 0; from < to; from++)
            {
                mask |= ((adjacency >> Adjacency.Edge(from, to)) & 1) << Adjacency.Edge(places[from], places[to]);
            }
        }

        return mask;
    }

    private static LocateSlot MakeSlot(int topology, int interior, ReadOnlySpan<int> places)
    {
        int length = TSpace.MaxVertices - 2;
        ReadOnlySpan<byte> relabelling = TSpace.Relabellings.Slice(TSpace.TopologyRelabellings[topology] * length, length);
        ulong weights = 0;
        for (int i = 0; i < interior; i++)
        {
            ulong weight = 1;
            for (int power = relabelling[i]; power < interior - 1; power++)
            {
                weight *= (ulong)TSpace.OperationCount;
            }

            weights |= weight << LocateSlot.WeightShift(places[i + 1]);
        }

        int number = TSpace.TopologyClasses[topology];
        return new LocateSlot
        {
            Weights = weights,
            FirstIndex = TSpace.ClassFirstIndices[number],
            RankStart = RankTables<TSpace>.RankStarts[TSpace.ClassGroups[number]],
        };
    }

    /// <summary>Finds a displacement for each bucket, fullest buckets first, so that all keys get slots of their own.</summary>
    private bool TryPlace(List<(uint Key, LocateSlot Slot)> entries)
    {
        var used = new bool[_slots.Length];
        return entries
            .GroupBy(entry => BucketOf(entry.Key))
            .OrderByDescending(bucket => bucket.Count())
            .ThenBy(bucket => bucket.Key)
            .All(bucket => TryPlaceBucket([.. bucket], used));
    }

    private bool TryPlaceBucket((uint Key, LocateSlot Slot)[] bucket, bool[] used)
    {
        int end = Math.Min(_slots.Length, ushort.MaxValue + 1);
        for (int displacement = 0; displacement < end; displacement++)
        {
            if (!Fits(bucket, used, displacement))
            {
                continue;
            }

            foreach ((uint key, LocateSlot slot) in bucket)
            {
                used[SlotOf(key) ^ displacement] = true;
                _slots[SlotOf(key) ^ displacement] = slot;
            }

            _displacements[BucketOf(bucket[0].Key)] = (ushort)displacement;
            return true;
        }

        return false;
    }

    private bool Fits((uint Key, LocateSlot Slot)[] bucket, bool[] used, int displacement)
    {
        for (int i = 0; i < bucket.Length; i++)
        {
            int slot = SlotOf(bucket[i].Key) ^ displacement;
            if (used[slot])
            {
                return false;
            }

            for (int other = 0; other < i; other++)
            {
                if ((SlotOf(bucket[other].Key) ^ displacement) == slot)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
