namespace NasBench.Cli;

/// <summary>The part of the space with at most so many vertices and edges.</summary>
/// <param name="MaxVertices">Most vertices.</param>
/// <param name="MaxEdges">Most edges.</param>
internal readonly record struct SpaceSelection(int MaxVertices, int MaxEdges)
{
    /// <summary>Whether the cell belongs to it.</summary>
    public bool Contains(Cell cell) => cell.Vertices <= MaxVertices && cell.EdgeCount <= MaxEdges;
}
