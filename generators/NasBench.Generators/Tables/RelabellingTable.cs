namespace NasBench.Generators;

/// <summary>The permutations of the places (interior vertex v stands in place v - 1) in lexicographic order, and what each makes of every edge.</summary>
internal sealed class RelabellingTable
{
    /// <summary>Set in an entry of <see cref="Edges"/> where the edge comes out reversed.</summary>
    public const byte Reversed = 0x80;

    private readonly int _edgeBits;

    public RelabellingTable(int placeCount)
    {
        PlaceCount = placeCount;
        _edgeBits = EdgeOrder.EdgeBits(placeCount + 2);
        Places = [.. Permutations(placeCount).SelectMany(permutation => permutation)];
        Count = placeCount == 0 ? 1 : Places.Length / placeCount;
        Edges = RelabelEdges();
        Inverses = Invert();
    }

    public int PlaceCount { get; }

    public int Count { get; }

    /// <summary>Entry [r * PlaceCount + i]: the new place of place i.</summary>
    public byte[] Places { get; }

    /// <summary>Entry [r * edge bits + e]: the new bit of edge e, with <see cref="Reversed"/>.</summary>
    public byte[] Edges { get; }

    /// <summary>Entry [r]: the number of the inverse of relabelling r.</summary>
    public byte[] Inverses { get; }

    public int NewPlace(int relabelling, int place) => Places[(relabelling * PlaceCount) + place];

    /// <summary>Whether a relabelling leaves every place from <paramref name="interior"/> on as it is.</summary>
    public bool FixesPlacesFrom(int interior, int relabelling)
    {
        for (int place = interior; place < PlaceCount; place++)
        {
            if (NewPlace(relabelling, place) != place)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Renames the vertices of a graph; false where an edge would run backwards.</summary>
    public bool TryRelabel(uint mask, int relabelling, out uint relabelled)
    {
        relabelled = 0;
        int row = relabelling * _edgeBits;
        for (int edge = 0; mask >> edge != 0; edge++)
        {
            if ((mask >> edge & 1) == 0)
            {
                continue;
            }

            byte image = Edges[row + edge];
            if (image >= Reversed)
            {
                return false;
            }

            relabelled |= 1u << image;
        }

        return true;
    }

    private static IEnumerable<byte[]> Permutations(int count)
    {
        byte[] current = [.. Enumerable.Range(0, count).Select(i => (byte)i)];
        do
        {
            yield return (byte[])current.Clone();
        }
        while (TryStep(current));
    }

    /// <summary>The next permutation in lexicographic order; false after the last.</summary>
    private static bool TryStep(byte[] permutation)
    {
        int pivot = permutation.Length - 2;
        while (pivot >= 0 && permutation[pivot] > permutation[pivot + 1])
        {
            pivot--;
        }

        if (pivot < 0)
        {
            return false;
        }

        int successor = permutation.Length - 1;
        while (permutation[successor] < permutation[pivot])
        {
            successor--;
        }

        (permutation[pivot], permutation[successor]) = (permutation[successor], permutation[pivot]);
        Array.Reverse(permutation, pivot + 1, permutation.Length - pivot - 1);
        return true;
    }

    private byte[] RelabelEdges()
    {
        byte[] edges = new byte[Count * _edgeBits];
        for (int relabelling = 0; relabelling < Count; relabelling++)
        {
            for (int head = 1; head < PlaceCount + 2; head++)
            {
                for (int tail = 0; tail < head; tail++)
                {
                    int newTail = NewVertex(relabelling, tail);
                    int newHead = NewVertex(relabelling, head);
                    int image = newTail < newHead ? EdgeOrder.Bit(newTail, newHead) : EdgeOrder.Bit(newHead, newTail) | Reversed;
                    edges[(relabelling * _edgeBits) + EdgeOrder.Bit(tail, head)] = (byte)image;
                }
            }
        }

        return edges;
    }

    private int NewVertex(int relabelling, int vertex)
        => vertex == 0 || vertex == PlaceCount + 1 ? vertex : NewPlace(relabelling, vertex - 1) + 1;

    private byte[] Invert()
    {
        byte[] inverses = new byte[Count];
        for (int relabelling = 0; relabelling < Count; relabelling++)
        {
            inverses[relabelling] = (byte)Enumerable.Range(0, Count).Single(candidate => AreInverse(relabelling, candidate));
        }

        return inverses;
    }

    private bool AreInverse(int first, int second)
    {
        for (int place = 0; place < PlaceCount; place++)
        {
            if (NewPlace(second, NewPlace(first, place)) != place)
            {
                return false;
            }
        }

        return true;
    }
}
