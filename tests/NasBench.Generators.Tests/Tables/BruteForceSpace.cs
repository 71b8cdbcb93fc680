using System.Numerics;

namespace NasBench.Generators.Tests;

/// <summary>
/// The obvious twin of the generated tables: every mask is tried, every permutation is applied edge by edge. Shares nothing with the generator.
/// </summary>
internal sealed class BruteForceSpace
{
    private readonly int _maxVertices;

    public BruteForceSpace(int maxVertices, int maxEdges)
    {
        _maxVertices = maxVertices;
        Permutations = [.. TestUtilities.ReferenceIsomorphism.GetOrders(maxVertices).Select(order => order[1..^1].Select(vertex => vertex - 1).ToArray())];
        Topologies = [.. Enumerable.Range(2, maxVertices - 1).SelectMany(vertices => PrunedMasks(vertices, maxEdges).Select(mask => (vertices, mask)))];
    }

    /// <summary>All permutations of the places, lexicographic: [r][place] is the new place.</summary>
    public int[][] Permutations { get; }

    /// <summary>All pruned graphs within the limits in order of (vertices, mask).</summary>
    public (int Vertices, uint Mask)[] Topologies { get; }

    /// <summary>Which permutations concern a graph of so many vertices: those that leave the places it does not have as they are.</summary>
    public IEnumerable<int> PermutationsOf(int vertices)
        => Enumerable.Range(0, Permutations.Length).Where(
            r => Enumerable.Range(0, _maxVertices - 2).All(place => place < vertices - 2 || Permutations[r][place] == place));

    /// <summary>The graph with renamed vertices, or null where an edge would run backwards.</summary>
    public uint? Rename(int vertices, uint mask, int permutation)
    {
        uint renamed = 0;
        for (int y = 1; y < vertices; y++)
        {
            for (int x = 0; x < y; x++)
            {
                if (!HasEdge(mask, x, y))
                {
                    continue;
                }

                (int from, int to) = (NewVertex(vertices, x, permutation), NewVertex(vertices, y, permutation));
                if (from > to)
                {
                    return null;
                }

                renamed |= 1u << (from + (to * (to - 1) / 2));
            }
        }

        return renamed;
    }

    /// <summary>The smallest graph that renaming can make of this one.</summary>
    public uint Smallest(int vertices, uint mask) => PermutationsOf(vertices).Min(r => Rename(vertices, mask, r) ?? uint.MaxValue);

    /// <summary>The renamings that change nothing.</summary>
    public byte[] Automorphisms(int vertices, uint mask) => [.. PermutationsOf(vertices).Where(r => Rename(vertices, mask, r) == mask).Select(r => (byte)r)];

    /// <summary>The labellings that no automorphism makes smaller, ascending.</summary>
    public IEnumerable<byte[]> Labellings(int vertices, uint mask, int operations)
    {
        int[][] symmetries = [.. Automorphisms(vertices, mask).Select(r => Permutations[r])];
        return TestUtilities.ReferenceEnumeration.EnumerateLabels(vertices - 2, operations)
            .Where(labels => Array.TrueForAll(symmetries, symmetry => labels.AsSpan().SequenceCompareTo(Permute(labels, symmetry)) <= 0));
    }

    /// <summary>The space by its definition: of every class of labelled graphs the first, in order of (vertices, mask, labels).</summary>
    public IEnumerable<(int Vertices, uint Mask, byte[] Labels)> Cells(int operations)
        => from topology in Topologies
           where Smallest(topology.Vertices, topology.Mask) == topology.Mask
           from labels in Labellings(topology.Vertices, topology.Mask, operations)
           select (topology.Vertices, topology.Mask, labels);

    /// <summary>Labels that follow their vertices to new places.</summary>
    public static byte[] Permute(byte[] labels, int[] permutation)
    {
        byte[] moved = new byte[labels.Length];
        for (int place = 0; place < labels.Length; place++)
        {
            moved[permutation[place]] = labels[place];
        }

        return moved;
    }

    private static bool HasEdge(uint mask, int x, int y) => (mask >> (x + (y * (y - 1) / 2)) & 1) != 0;

    private static IEnumerable<uint> PrunedMasks(int vertices, int maxEdges)
    {
        for (uint mask = 0; mask < 1u << (vertices * (vertices - 1) / 2); mask++)
        {
            if (BitOperations.PopCount(mask) <= maxEdges && IsPruned(vertices, mask))
            {
                yield return mask;
            }
        }
    }

    /// <summary>Whether every vertex is reached from the input and reaches the output.</summary>
    private static bool IsPruned(int vertices, uint mask)
    {
        uint fromInput = 1;
        uint toOutput = 1u << (vertices - 1);
        for (int y = 1; y < vertices; y++)
        {
            for (int x = 0; x < y; x++)
            {
                fromInput |= HasEdge(mask, x, y) ? (fromInput >> x & 1) << y : 0;
            }
        }

        for (int x = vertices - 2; x >= 0; x--)
        {
            for (int y = x + 1; y < vertices; y++)
            {
                toOutput |= HasEdge(mask, x, y) ? (toOutput >> y & 1) << x : 0;
            }
        }

        return (fromInput & toOutput) == (1u << vertices) - 1;
    }

    private int NewVertex(int vertices, int vertex, int permutation)
        => vertex == 0 || vertex == vertices - 1 ? vertex : Permutations[permutation][vertex - 1] + 1;
}
