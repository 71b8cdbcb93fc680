using System.Numerics;

namespace NasBench.Search;

/// <summary>What counts as the same cell for a strategy that does not evaluate it twice.</summary>
/// <remarks>
/// By class, or as in naszilla by the set of paths with their operations, of which the 423,624 classes have 170,820 different ones. Immutable and thread-safe.
/// </remarks>
internal sealed class CellIdentity
{
    private static readonly Lazy<int[]> s_pathGroups = new(NumberPathSets);

    private readonly int[]? _groups;

    private CellIdentity(int[]? groups) => _groups = groups;

    /// <summary>By class.</summary>
    public static CellIdentity Class { get; } = new(null);

    /// <summary>By the set of paths. The first use takes a fifth of a second.</summary>
    public static CellIdentity Paths => new(s_pathGroups.Value);

    /// <summary>The number of what a class counts as: cells are the same if they have the same number.</summary>
    /// <param name="index">The index of the class.</param>
    /// <returns>0 to the number of classes - 1.</returns>
    public int Of(int index) => _groups is null ? index : _groups[index];

    private static int[] NumberPathSets()
    {
        var numbers = new Dictionary<UInt128, int>();
        var groups = new int[Nas101.CellCount];
        Span<int> paths = stackalloc int[32];
        for (int index = 0; index < groups.Length; index++)
        {
            UInt128 key = KeyOf(Nas101.CellAt(index).PadTo(Cell.MaxVertices), paths);
            if (!numbers.TryGetValue(key, out groups[index]))
            {
                groups[index] = numbers.Count;
                numbers.Add(key, groups[index]);
            }
        }

        return groups;
    }

    /// <summary>The numbers of the different paths in ascending order, nine bits each: a cell has at most eight.</summary>
    private static UInt128 KeyOf(Cell padded, Span<int> numbers)
    {
        int count = 0;
        for (uint rest = CellPaths.Find(padded.AdjacencyBits); rest != 0; rest &= rest - 1)
        {
            numbers[count++] = PathSet.IndexOf(padded, (uint)BitOperations.TrailingZeroCount(rest));
        }

        numbers[..count].Sort();
        UInt128 key = 1;
        for (int i = 0; i < count; i++)
        {
            key = i > 0 && numbers[i] == numbers[i - 1] ? key : (key << 9) | (uint)numbers[i];
        }

        return key;
    }
}
