namespace NasBench.Generators;

/// <summary>The topologies of a space in order of (vertices, mask), each with its number of vertices in the bits from <see cref="VerticesShift"/> on.</summary>
/// <remarks>
/// In an upper-triangular graph every vertex lies on a path from input to output exactly when every vertex but the input has a predecessor and every
/// vertex but the output a successor. So the columns are chosen from the last (most significant) to the first: masks come out ascending, and a
/// vertex without successor is seen as soon as its own column is reached.
/// </remarks>
internal sealed class TopologyList
{
    public const int VerticesShift = 24;
    public const uint EdgeMask = (1u << VerticesShift) - 1;

    private readonly List<uint> _masks = [];
    private readonly int _limit;
    private readonly CancellationToken _cancellationToken;

    private TopologyList(int limit, CancellationToken cancellationToken)
    {
        _limit = limit;
        _cancellationToken = cancellationToken;
    }

    public uint[] Masks => [.. _masks];

    public static TopologyList Enumerate(LimitSpec limits, CancellationToken cancellationToken)
        => Enumerate(limits, LimitSpec.MaxTopologies, cancellationToken);

    /// <summary>Whether a space has at most <see cref="LimitSpec.MaxTopologies"/> topologies; stops at the first one too many.</summary>
    public static bool Fits(LimitSpec limits, CancellationToken cancellationToken)
        => Enumerate(limits, LimitSpec.MaxTopologies + 1, cancellationToken)._masks.Count <= LimitSpec.MaxTopologies;

    public static int Vertices(uint topology) => (int)(topology >> VerticesShift);

    private static TopologyList Enumerate(LimitSpec limits, int limit, CancellationToken cancellationToken)
    {
        var list = new TopologyList(limit, cancellationToken);
        for (int vertices = 2; vertices <= limits.MaxVertices; vertices++)
        {
            list.AddColumn(vertices - 1, (uint)vertices << VerticesShift, 1u << (vertices - 1), limits.MaxEdges);
        }

        return list;
    }

    /// <summary>Chooses the predecessors of <paramref name="head"/>, then of the vertices before it.</summary>
    /// <param name="head">The vertex whose column is next; 0 when all are chosen.</param>
    /// <param name="mask">What is chosen so far.</param>
    /// <param name="useful">The vertices known to have a successor, and the output.</param>
    /// <param name="edgesLeft">How many edges may still be added.</param>
    private void AddColumn(int head, uint mask, uint useful, int edgesLeft)
    {
        if (head == 0)
        {
            _masks.Add(mask);
            return;
        }

        if ((useful >> head & 1) == 0)
        {
            return;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        int mostHere = edgesLeft - (head - 1);
        for (uint tails = 1; tails < 1u << head && _masks.Count < _limit; tails++)
        {
            int count = Bits.Count(tails);
            if (count <= mostHere)
            {
                AddColumn(head - 1, mask | tails << EdgeOrder.FirstBitInto(head), useful | tails, edgesLeft - count);
            }
        }
    }
}
