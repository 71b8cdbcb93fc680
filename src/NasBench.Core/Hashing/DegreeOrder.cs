using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The vertices of a pruned graph by their degrees: the input, the interior vertices in ascending order of degrees, the output. The module hash sorts digests
/// wherever vertices meet, so it does not depend on how they are numbered; graphs with the same ordered degrees have messages of the same shape.
/// </summary>
/// <remarks>
/// <para>A place is a position in this order. Layout of <see cref="Degrees"/>:</para>
/// <code>
/// bits       width  meaning
///  6p - 6p+2   3    out-degree of the vertex at place p; both degrees are 0 where there is no vertex
///  6p+3 - 6p+5 3    its in-degree
/// </code>
/// </remarks>
internal readonly struct DegreeOrder
{
    /// <summary>The width of <see cref="Degrees"/>.</summary>
    public const int Bits = Cell.MaxVertices * PlaceBits;

    private const int DegreeBits = 3;
    private const int DegreeMask = (1 << DegreeBits) - 1;
    private const int PlaceBits = 2 * DegreeBits;
    private const int NumberBits = 3;
    private const int NumberMask = (1 << NumberBits) - 1;

    /// <summary>The vertex at each place, three bits each, and the place of each vertex.</summary>
    private readonly uint _vertices;
    private readonly uint _places;

    [SkipLocalsInit]
    public DegreeOrder(Cell pruned)
    {
        Span<uint> codes = stackalloc uint[Cell.MaxVertices];
        codes = codes[..pruned.Vertices];
        for (int vertex = 0; vertex < codes.Length; vertex++)
        {
            uint code = (CodeDegrees(pruned.AdjacencyBits, vertex) << NumberBits) | (uint)vertex;
            int place = vertex;
            bool isOutput = vertex == codes.Length - 1;
            for (; place > 0 && !isOutput && codes[place - 1] > code; place--)
            {
                codes[place] = codes[place - 1];
            }

            codes[place] = code;
        }

        for (int place = 0; place < codes.Length; place++)
        {
            uint vertex = codes[place] & NumberMask;
            Degrees |= (ulong)(codes[place] >> NumberBits) << (PlaceBits * place);
            _vertices |= vertex << (NumberBits * place);
            _places |= (uint)place << (NumberBits * (int)vertex);
        }
    }

    /// <summary>The degrees at all places.</summary>
    public ulong Degrees { get; }

    public static int OutDegree(ulong degrees, int place) => (int)(degrees >> (PlaceBits * place)) & DegreeMask;

    public static int InDegree(ulong degrees, int place) => (int)(degrees >> ((PlaceBits * place) + DegreeBits)) & DegreeMask;

    public int VertexAt(int place) => (int)(_vertices >> (NumberBits * place)) & NumberMask;

    /// <summary>The places of a set of vertices, as a bit set.</summary>
    public uint PlacesOf(uint vertices)
    {
        uint places = 0;
        for (; vertices != 0; vertices &= vertices - 1)
        {
            places |= 1u << ((int)(_places >> (NumberBits * BitOperations.TrailingZeroCount(vertices))) & NumberMask);
        }

        return places;
    }

    /// <summary>The operation codes of a cell of this graph, place after place from place 1 on.</summary>
    public uint Operations(Cell pruned)
    {
        uint operations = 0;
        for (int place = pruned.Vertices - 2; place > 0; place--)
        {
            operations = (operations << Cell.OperationWidth) | (uint)pruned.OperationAt(VertexAt(place));
        }

        return operations;
    }

    /// <summary>Ascending codes put the input first: no other vertex has an in-degree of 0.</summary>
    private static uint CodeDegrees(uint mask, int vertex)
    {
        int inDegree = BitOperations.PopCount(Adjacency.Predecessors(mask, vertex));
        int outDegree = BitOperations.PopCount(mask & Adjacency.EdgesFrom(vertex));
        return (uint)((inDegree << DegreeBits) | outDegree);
    }
}
