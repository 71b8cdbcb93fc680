using CsCheck;

namespace NasBench.Analysis.Tests.Graphs;

/// <summary>Small directed graphs with values: many ties, some missing values, some cells without neighbours.</summary>
internal static class GraphGens
{
    public static Gen<(bool[,] Edges, double[] Values)> Landscapes { get; } =
        from count in Gen.Int[1, 12]
        from density in Gen.Int[0, 6]
        from edges in Gen.Int[0, 9].Select(draw => draw < density).Array[count * count]
        from values in Gen.Frequency((12, Gen.Int[0, 4].Select(value => value / 8.0)), (1, Gen.Const(double.NaN))).Array[count]
        select (ToMatrix(edges, count), values);

    public static NeighborGraph ToGraph(bool[,] edges)
    {
        int count = edges.GetLength(0);
        int[][] rows = [.. Enumerable.Range(0, count).Select(from => Enumerable.Range(0, count).Where(to => edges[from, to]).ToArray())];
        int[] starts = [0, .. rows.Select((_, row) => rows.Take(row + 1).Sum(own => own.Length))];
        return new NeighborGraph(starts, [.. rows.SelectMany(row => row)]);
    }

    public static bool[,] ToMatrix(NeighborGraph graph)
    {
        bool[,] edges = new bool[graph.Count, graph.Count];
        for (int from = 0; from < graph.Count; from++)
        {
            foreach (int to in graph[from])
            {
                edges[from, to] = true;
            }
        }

        return edges;
    }

    private static bool[,] ToMatrix(bool[] edges, int count)
    {
        bool[,] matrix = new bool[count, count];
        for (int i = 0; i < edges.Length; i++)
        {
            matrix[i / count, i % count] = edges[i] && i / count != i % count;
        }

        return matrix;
    }
}
