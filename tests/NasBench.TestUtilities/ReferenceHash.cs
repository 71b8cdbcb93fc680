using System.Security.Cryptography;
using System.Text;

namespace NasBench.TestUtilities;

/// <summary>The module hash, character by character as `hash_module` of the original's graph_util.py computes it.</summary>
public static class ReferenceHash
{
    /// <summary>The hash of a pruned graph, 32 lowercase hexadecimal digits.</summary>
    public static string Compute(int[,] matrix, int[] labels)
    {
        int vertices = labels.Length;
        string[] hashes = [.. Enumerable.Range(0, vertices).Select(
            vertex => Md5($"({OutDegree(matrix, vertex)}, {InDegree(matrix, vertex)}, {labels[vertex]})"))];

        for (int round = 0; round < vertices; round++)
        {
            hashes = [.. Enumerable.Range(0, vertices).Select(vertex => Md5(
                Join(vertices, other => matrix[other, vertex] != 0, hashes) + '|' +
                Join(vertices, other => matrix[vertex, other] != 0, hashes) + '|' +
                hashes[vertex]))];
        }

        Array.Sort(hashes, StringComparer.Ordinal);
        return Md5("[" + string.Join(", ", hashes.Select(hash => $"'{hash}'")) + "]");
    }

    private static string Join(int vertices, Predicate<int> isNeighbour, string[] hashes)
    {
        var neighbours = new List<string>();
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            if (isNeighbour(vertex))
            {
                neighbours.Add(hashes[vertex]);
            }
        }

        neighbours.Sort(StringComparer.Ordinal);
        return string.Concat(neighbours);
    }

    private static int OutDegree(int[,] matrix, int vertex) => Enumerable.Range(0, matrix.GetLength(1)).Sum(other => matrix[vertex, other]);

    private static int InDegree(int[,] matrix, int vertex) => Enumerable.Range(0, matrix.GetLength(0)).Sum(other => matrix[other, vertex]);

    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.ASCII.GetBytes(text)));
}
