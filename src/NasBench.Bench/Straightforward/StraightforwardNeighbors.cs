namespace NasBench.Bench;

/// <summary>The classes one change away: each of the 31 changes is made on a copy, pruned, hashed and looked up.</summary>
public sealed class StraightforwardNeighbors(StraightforwardLocator locator)
{
    private const int Vertices = 7;
    private const int Operations = 3;

    /// <summary>The indices of the neighbours of a cell, each once.</summary>
    public IReadOnlyCollection<int> Find(StraightforwardCell cell)
    {
        StraightforwardCell padded = cell.PadTo(Vertices, 0);
        var found = new HashSet<int>();
        for (int from = 0; from < Vertices; from++)
        {
            for (int to = from + 1; to < Vertices; to++)
            {
                byte[] matrix = [.. padded.Matrix];
                matrix[(from * Vertices) + to] ^= 1;
                found.Add(locator.Locate(padded with { Matrix = matrix }));
            }
        }

        for (int vertex = 1; vertex < Vertices - 1; vertex++)
        {
            for (int step = 1; step < Operations; step++)
            {
                sbyte[] labels = [.. padded.Labels];
                labels[vertex] = (sbyte)((labels[vertex] + step) % Operations);
                found.Add(locator.Locate(padded with { Labels = labels }));
            }
        }

        found.Remove(-1);
        found.Remove(locator.Locate(padded));
        return found;
    }
}
