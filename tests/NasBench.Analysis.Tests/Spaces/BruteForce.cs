using System.Numerics;

namespace NasBench.Analysis.Tests.Spaces;

/// <summary>The raw points of a small space, one cell after the other: the slow twin of all that is counted over them.</summary>
internal static class BruteForce<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private static readonly int s_edges = TSpace.MaxVertices * (TSpace.MaxVertices - 1) / 2;

    /// <summary>All points with their classes, -1 where they are not valid, in the order of <see cref="RawPoints{TSpace}"/>.</summary>
    public static (Cell Cell, int Index)[] Points { get; } = [.. List().Select(cell => (cell, Space<TSpace>.Locate(cell)))];

    /// <summary>The distance of each point to the nearest point of some classes, by looking at all pairs.</summary>
    public static int[] Distances(bool[] isPeak)
    {
        Cell[] peaks = [.. Points.Where(point => point.Index >= 0 && isPeak[point.Index]).Select(point => point.Cell)];
        return [.. Points.Select(point => peaks.Select(peak => Hamming(peak, point.Cell)).DefaultIfEmpty(int.MaxValue).Min())];
    }

    private static IEnumerable<Cell> List()
    {
        int vertices = TSpace.MaxVertices;
        int labellings = (int)Math.Pow(TSpace.OperationCount, vertices - 2);
        for (int labelling = 0; labelling < labellings; labelling++)
        {
            uint operations = 0;
            for (int vertex = 0, rest = labelling; vertex < vertices - 2; vertex++, rest /= TSpace.OperationCount)
            {
                operations |= (uint)(rest % TSpace.OperationCount) << (3 * vertex);
            }

            for (uint graph = 0; graph < 1u << s_edges; graph++)
            {
                yield return Cell.Pack<TSpace>(vertices, graph, operations);
            }
        }
    }

    private static int Hamming(Cell a, Cell b)
    {
        int distance = BitOperations.PopCount(a.AdjacencyBits ^ b.AdjacencyBits);
        for (int vertex = 1; vertex < a.Vertices - 1; vertex++)
        {
            distance += a.OperationAt(vertex) != b.OperationAt(vertex) ? 1 : 0;
        }

        return distance;
    }
}
