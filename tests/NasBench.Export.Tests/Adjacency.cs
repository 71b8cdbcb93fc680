namespace NasBench.Export.Tests;

/// <summary>The slow, obvious text of an adjacency matrix.</summary>
internal static class Adjacency
{
    /// <summary>The matrix of a cell, such as <c>[[0,1],[0,0]]</c>.</summary>
    public static string Format(Cell cell)
    {
        IEnumerable<int> vertices = Enumerable.Range(0, cell.Vertices);
        return $"[{string.Join(',', vertices.Select(from => $"[{string.Join(',', vertices.Select(to => cell.HasEdge(from, to) ? '1' : '0'))}]"))}]";
    }
}
