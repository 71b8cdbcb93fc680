using System.Numerics;

namespace NasBench;

/// <summary>
/// The distances of naszilla (<c>nas_bench_101/distances.py</c>) between cells of NAS-Bench-101 as they are given.
/// A cell of fewer than seven vertices is padded with isolated conv3x3-bn-relu vertices before the output, as naszilla's <c>convert_to_cell</c> does.
/// </summary>
/// <remarks>
/// None of them looks at isomorphism: isomorphic cells can be far from each other by all but the path distances.
/// A path through an operation that the space does not have has no number and does not count. Where a cell is of another space, every distance is -1.
/// Nothing allocates. Thread-safe.
/// </remarks>
public static class NaszillaDistances
{
    /// <summary><c>adj_distance</c>: differing entries of the matrices plus differing operations; equals <see cref="DistanceKind.Hamming"/>.</summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <returns>0 to 26.</returns>
    public static int Adjacency(Cell a, Cell b) => AreOfTheSpace(a, b) ? Distances.Hamming(a, b) : -1;

    /// <summary><c>cont_adj_distance</c>: <see cref="Adjacency"/> plus the difference of the numbers of edges.</summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <returns>0 to 47.</returns>
    public static int ContinuousAdjacency(Cell a, Cell b)
        => AreOfTheSpace(a, b) ? Adjacency(a, b) + Math.Abs(a.EdgeCount - b.EdgeCount) : -1;

    /// <summary><c>path_distance</c>: differing bits of the path encodings.</summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <param name="cutoff">How many bits of the encoding count: 364 for all, 40 for naszilla's truncated form.</param>
    /// <returns>0 to 64.</returns>
    public static int Path(Cell a, Cell b, int cutoff = PathSet.MaxIndices)
        => AreOfTheSpace(a, b) ? new PathSet(a).Truncate(cutoff).CountDifferences(new PathSet(b).Truncate(cutoff)) : -1;

    /// <summary><c>cont_path_distance</c>: <see cref="Path"/> plus the difference of the numbers of bits that are set.</summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <param name="cutoff">How many bits of the encoding count: 364 for all, 40 for naszilla's truncated form.</param>
    /// <returns>0 to 96.</returns>
    public static int ContinuousPath(Cell a, Cell b, int cutoff = PathSet.MaxIndices)
    {
        if (!AreOfTheSpace(a, b))
        {
            return -1;
        }

        PathSet first = new PathSet(a).Truncate(cutoff);
        PathSet second = new PathSet(b).Truncate(cutoff);
        return first.CountDifferences(second) + Math.Abs(first.Count - second.Count);
    }

    /// <summary>
    /// <c>nasbot_distance</c>: sums of absolute differences of the sorted in-degrees, of the sorted out-degrees, and of how often each operation occurs.
    /// </summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <returns>0 or more.</returns>
    public static int Nasbot(Cell a, Cell b)
    {
        if (!AreOfTheSpace(a, b))
        {
            return -1;
        }

        a = a.PadTo(Cell.MaxVertices);
        b = b.PadTo(Cell.MaxVertices);
        return DegreeDistance(a, b, entering: true) + DegreeDistance(a, b, entering: false) + OperationDistance(a, b);
    }

    private static bool AreOfTheSpace(Cell a, Cell b) => a.IsOf<Nas101>() && b.IsOf<Nas101>();

    private static int DegreeDistance(Cell a, Cell b, bool entering)
    {
        Span<int> first = stackalloc int[Cell.MaxVertices];
        Span<int> second = stackalloc int[Cell.MaxVertices];
        SortDegrees(a, entering, first);
        SortDegrees(b, entering, second);
        int sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += Math.Abs(first[i] - second[i]);
        }

        return sum;
    }

    private static void SortDegrees(Cell cell, bool entering, Span<int> degrees)
    {
        for (int vertex = 0; vertex < degrees.Length; vertex++)
        {
            degrees[vertex] = BitOperations.PopCount(entering ? cell.Predecessors(vertex) : cell.Successors(vertex));
        }

        HeapSort.Sort(degrees);
    }

    private static int OperationDistance(Cell a, Cell b)
    {
        int sum = 0;
        for (int operation = 0; operation < Nas101.OperationCount; operation++)
        {
            sum += Math.Abs(CountOperation(a, operation) - CountOperation(b, operation));
        }

        return sum;
    }

    private static int CountOperation(Cell cell, int operation)
    {
        int count = 0;
        for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
        {
            count += cell.OperationAt(vertex) == operation ? 1 : 0;
        }

        return count;
    }
}
