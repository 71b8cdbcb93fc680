namespace NasBench;

/// <summary>
/// The labellings of each automorphism group: which of them are the smallest of their orbit, and the rank of each labelling's orbit among those.
/// Built once per space; a few thousand entries.
/// </summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// A labelling of k interior vertices is numbered in base OperationCount, first vertex most significant, so that ascending numbers are the enumeration
/// order. Two labellings of a class representative give isomorphic cells exactly if an automorphism turns one into the other.
/// </remarks>
internal static class RankTables<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private static readonly Tables s_tables = Build();

    /// <summary>Where the ranks of a group start: indexed by group.</summary>
    public static ReadOnlySpan<int> RankStarts => s_tables.RankStarts;

    /// <summary>The rank of a labelling's orbit: indexed by start of the group + number of the labelling.</summary>
    public static ReadOnlySpan<ushort> Ranks => s_tables.Ranks;

    /// <summary>Where the orbits of a group start: indexed by group.</summary>
    public static ReadOnlySpan<int> OrbitStarts => s_tables.OrbitStarts;

    /// <summary>The smallest labelling of an orbit, as operation bits of a cell: indexed by start of the group + rank.</summary>
    public static ReadOnlySpan<ushort> Orbits => s_tables.Orbits;

    private static Tables Build()
    {
        int groups = TSpace.GroupStarts.Length - 1;
        var rankStarts = new int[groups];
        var orbitStarts = new int[groups];
        var ranks = new List<ushort>();
        var orbits = new List<ushort>();
        ReadOnlySpan<int> sizes = InteriorVertices();
        for (int group = 0; group < groups; group++)
        {
            rankStarts[group] = ranks.Count;
            orbitStarts[group] = orbits.Count;
            AddGroup(group, sizes[group], ranks, orbits);
        }

        return new Tables(rankStarts, [.. ranks], orbitStarts, [.. orbits]);
    }

    /// <summary>The number of interior vertices that each group acts on.</summary>
    private static int[] InteriorVertices()
    {
        var sizes = new int[TSpace.GroupStarts.Length - 1];
        for (int number = 0; number < TSpace.ClassGroups.Length; number++)
        {
            sizes[TSpace.ClassGroups[number]] = Topology.Vertices(TSpace.TopologyMasks[TSpace.ClassTopologies[number]]) - 2;
        }

        return sizes;
    }

    private static void AddGroup(int group, int size, List<ushort> ranks, List<ushort> orbits)
    {
        int start = ranks.Count;
        int count = IntegerPower(TSpace.OperationCount, size);
        ReadOnlySpan<byte> members = TSpace.GroupMembers[TSpace.GroupStarts[group]..TSpace.GroupStarts[group + 1]];
        Span<byte> labels = stackalloc byte[Cell.MaxInteriorVertices];
        labels = labels[..size];
        ushort next = 0;
        for (int number = 0; number < count; number++)
        {
            Decode(number, labels);
            int smallest = SmallestImage(labels, members);

            // The smallest labelling of an orbit is met first, so its rank is known by then.
            ranks.Add(smallest == number ? next++ : ranks[start + smallest]);
            if (smallest == number)
            {
                orbits.Add(ToOperationBits(labels));
            }
        }
    }

    private static int SmallestImage(ReadOnlySpan<byte> labels, ReadOnlySpan<byte> members)
    {
        int length = TSpace.MaxVertices - 2;
        Span<byte> image = stackalloc byte[Cell.MaxInteriorVertices];
        int smallest = int.MaxValue;
        foreach (byte member in members)
        {
            for (int place = 0; place < labels.Length; place++)
            {
                image[TSpace.Relabellings[(member * length) + place]] = labels[place];
            }

            int number = 0;
            foreach (byte label in image[..labels.Length])
            {
                number = (number * TSpace.OperationCount) + label;
            }

            smallest = Math.Min(smallest, number);
        }

        return smallest;
    }

    private static void Decode(int number, Span<byte> labels)
    {
        for (int place = labels.Length - 1; place >= 0; place--)
        {
            (number, int label) = Math.DivRem(number, TSpace.OperationCount);
            labels[place] = (byte)label;
        }
    }

    private static ushort ToOperationBits(ReadOnlySpan<byte> labels)
    {
        int bits = 0;
        for (int place = 0; place < labels.Length; place++)
        {
            bits |= labels[place] << (Cell.OperationWidth * place);
        }

        return (ushort)bits;
    }

    private static int IntegerPower(int value, int exponent)
    {
        int power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= value;
        }

        return power;
    }

    private sealed class Tables(int[] rankStarts, ushort[] ranks, int[] orbitStarts, ushort[] orbits)
    {
        public int[] RankStarts { get; } = rankStarts;

        public ushort[] Ranks { get; } = ranks;

        public int[] OrbitStarts { get; } = orbitStarts;

        public ushort[] Orbits { get; } = orbits;
    }
}
