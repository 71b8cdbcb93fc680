namespace NasBench.Analysis;

/// <summary>Sets of classes that grow together (Tarjan's union-find). The least class of a set stands for it.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    public DisjointSets(int count)
    {
        _parents = [.. Enumerable.Range(0, count)];
    }

    public int Find(int index)
    {
        while (_parents[index] != index)
        {
            // Each look halves the way of the next.
            _parents[index] = _parents[_parents[index]];
            index = _parents[index];
        }

        return index;
    }

    public void Join(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
