using System.Diagnostics;
using System.Numerics;
using System.Text.Json.Serialization;

namespace NasBench;

/// <summary>
/// A cell of a NAS-Bench-101 style search space: a labelled directed acyclic graph of at most seven vertices, packed in 64 bits and passed by value.
/// </summary>
/// <remarks>
/// <para>Layout, lowest bit first:</para>
/// <code>
/// bits    width  meaning
///  0-20   21     adjacency: edge x -> y (x &lt; y) is bit x + y(y-1)/2, so the predecessors of a vertex are consecutive bits
/// 21-35   5 x 3  operation codes of the interior vertices 1 .. 5 (vertex v at 18 + 3v); 7 = unknown name on a vertex that pruning removes
/// 36-38   3      vertices - 2, modulo 8 (so that default(Cell) has two vertices)
/// 39      1      the first name is not "input"
/// 40      1      the last name is not "output"
/// 41-43   3      zero
/// 44-63   20     tag of the search space, 0 for NAS-Bench-101
/// </code>
/// <para>
/// A cell of at most seven vertices is kept exactly as given, dangling vertices included; a larger one is pruned on entry. Bits beyond the vertex count are
/// zero. <c>default(Cell)</c> is the two-vertex graph without an edge: disconnected, never valid. Operation codes have a meaning only within a
/// search space (<see cref="ISearchSpace{TSelf}"/>); members that take no space use <see cref="Nas101"/>.
/// </para>
/// <para>
/// A cell knows its space by the tag, a hash of the space's declaration. Whatever asks one space about a cell of another is refused:
/// <see cref="CellStatus.OtherSpace"/>, or the answer that stands for none. Types that declare the same space share its tag and its cells.
/// </para>
/// <para>Immutable, hence safe to share between threads. No member allocates unless it returns a string.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(CellDebugView))]
[JsonConverter(typeof(CellJsonConverter<Nas101>))]
[TypeFormatterSource("NasBench.CellFormatterSource", PreferredMimeTypes = ["text/html", "text/plain"])]
public readonly partial struct Cell : IEquatable<Cell>, IComparable<Cell>, IComparisonOperators<Cell, Cell, bool>
{
    /// <summary>The largest number of vertices that a cell can hold: 7.</summary>
    public const int MaxVertices = 7;

    /// <summary>The largest number of interior vertices: 5.</summary>
    public const int MaxInteriorVertices = MaxVertices - 2;

    /// <summary>The number of possible edges among seven vertices: 21.</summary>
    public const int MaxEdges = MaxVertices * (MaxVertices - 1) / 2;

    /// <summary>The operation code of a name that the vocabulary does not hold. It stands only on vertices that pruning removes.</summary>
    public const byte UnknownOperation = OperationMask;

    internal const int OperationShift = MaxEdges;
    internal const int OperationWidth = 3;
    internal const int OperationMask = (1 << OperationWidth) - 1;
    internal const int VertexShift = OperationShift + (OperationWidth * MaxInteriorVertices);
    internal const int VertexMask = 7;
    internal const uint AdjacencyMask = (1u << MaxEdges) - 1;
    internal const uint AllOperationsMask = (1u << (OperationWidth * MaxInteriorVertices)) - 1;
    internal const ulong FirstNotInputFlag = 1UL << (VertexShift + 3);
    internal const ulong LastNotOutputFlag = 1UL << (VertexShift + 4);
    internal const int MarksShift = VertexShift + 3;
    internal const int TagShift = 44;

    private readonly ulong _bits;

    private Cell(ulong bits)
    {
        _bits = bits;
    }

    /// <summary>The packed form described in the remarks of the type: equal exactly for equal cells.</summary>
    public ulong Bits => _bits;

    /// <summary>The number of vertices, input and output included: 1 to 7.</summary>
    public int Vertices => (int)(((uint)(_bits >> VertexShift) + 1) & VertexMask) + 1;

    /// <summary>The adjacency bits: edge x -> y is bit x + y(y-1)/2.</summary>
    public uint AdjacencyBits => (uint)_bits & AdjacencyMask;

    /// <summary>The number of edges, including those that pruning would remove.</summary>
    public int EdgeCount => BitOperations.PopCount(AdjacencyBits);

    /// <summary>Whether the first name was <c>input</c>, as validity asks.</summary>
    public bool FirstIsInput => (_bits & FirstNotInputFlag) == 0;

    /// <summary>Whether the last name was <c>output</c>, as validity asks.</summary>
    public bool LastIsOutput => (_bits & LastNotOutputFlag) == 0;

    /// <summary>The tag of the space that the cell belongs to.</summary>
    internal uint SpaceTag => (uint)(_bits >> TagShift);

    /// <summary>What stands above the graph, in its place: the two flags of a wrong first and last name, and the tag of the space.</summary>
    internal ulong Marks => _bits >> MarksShift << MarksShift;

    internal uint OperationBits => (uint)(_bits >> OperationShift) & AllOperationsMask;

    /// <summary>Compares two cells for equality as given: same graph, same operations, same vertex order.</summary>
    /// <param name="left">A cell.</param>
    /// <param name="right">Another cell.</param>
    /// <returns>Whether they are the same; isomorphic cells may well differ.</returns>
    public static bool operator ==(Cell left, Cell right) => left._bits == right._bits;

    /// <summary>The negation of <c>==</c>.</summary>
    /// <param name="left">A cell.</param>
    /// <param name="right">Another cell.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Cell left, Cell right) => left._bits != right._bits;

    /// <summary>Whether a cell comes before another one, in the order of <see cref="CompareTo"/>.</summary>
    /// <param name="left">A cell.</param>
    /// <param name="right">Another cell.</param>
    /// <returns>Whether it does.</returns>
    public static bool operator <(Cell left, Cell right) => left.CompareTo(right) < 0;

    /// <summary>Whether a cell comes after another one, in the order of <see cref="CompareTo"/>.</summary>
    /// <param name="left">A cell.</param>
    /// <param name="right">Another cell.</param>
    /// <returns>Whether it does.</returns>
    public static bool operator >(Cell left, Cell right) => left.CompareTo(right) > 0;

    /// <summary>Whether a cell comes before another one or equals it, in the order of <see cref="CompareTo"/>.</summary>
    /// <param name="left">A cell.</param>
    /// <param name="right">Another cell.</param>
    /// <returns>Whether it does.</returns>
    public static bool operator <=(Cell left, Cell right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a cell comes after another one or equals it, in the order of <see cref="CompareTo"/>.</summary>
    /// <param name="left">A cell.</param>
    /// <param name="right">Another cell.</param>
    /// <returns>Whether it does.</returns>
    public static bool operator >=(Cell left, Cell right) => left.CompareTo(right) >= 0;

    /// <summary>Whether there is an edge between two vertices.</summary>
    /// <param name="from">The tail of the edge.</param>
    /// <param name="to">The head of the edge.</param>
    /// <returns><see langword="false"/> also where the numbers name no vertex or <paramref name="from"/> is not below <paramref name="to"/>.</returns>
    public bool HasEdge(int from, int to) => (uint)to < (uint)Vertices && (uint)from < (uint)to && ((Predecessors(to) >> from) & 1) != 0;

    /// <summary>The operation code of an interior vertex.</summary>
    /// <param name="vertex">A vertex, 1 to <see cref="Vertices"/> - 2.</param>
    /// <returns>A code of the space, or <see cref="UnknownOperation"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The vertex is not an interior one.</exception>
    public int GetOperation(int vertex)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vertex, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vertex, Vertices - 2);
        return OperationAt(vertex);
    }

    /// <summary>The vertices with an edge into a vertex, as a bit set.</summary>
    /// <param name="vertex">A vertex, 0 to 6.</param>
    /// <returns>Bit x is set where there is an edge x -> <paramref name="vertex"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 0 and 6.</exception>
    public uint Predecessors(int vertex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)vertex, (uint)(MaxVertices - 1), nameof(vertex));
        return Adjacency.Predecessors(AdjacencyBits, vertex);
    }

    /// <summary>The vertices that an edge leads to from a vertex, as a bit set.</summary>
    /// <param name="vertex">A vertex, 0 to 6.</param>
    /// <returns>Bit y is set where there is an edge <paramref name="vertex"/> -> y.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not between 0 and 6.</exception>
    public uint Successors(int vertex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)vertex, (uint)(MaxVertices - 1), nameof(vertex));
        return Adjacency.Successors(AdjacencyBits, vertex);
    }

    /// <inheritdoc/>
    public bool Equals(Cell other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Cell other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits.GetHashCode();

    /// <summary>
    /// Orders cells as the original enumerates them: by vertices, then adjacency bits, then labels with the first interior vertex most significant.
    /// Cells of NAS-Bench-101 come before those of other spaces.
    /// </summary>
    /// <param name="other">The cell to compare with.</param>
    /// <returns>Below, at or above zero.</returns>
    public int CompareTo(Cell other) => OrderingKey.CompareTo(other.OrderingKey);

    /// <summary>The key of the order: tag of the space, vertices, adjacency bits, operation codes in reading order, then the two flags.</summary>
    private ulong OrderingKey
    {
        get
        {
            ulong labels = 0;
            for (int vertex = 1; vertex <= MaxInteriorVertices; vertex++)
            {
                labels = (labels << OperationWidth) | (uint)OperationAt(vertex);
            }

            ulong flags = (_bits >> MarksShift) & 3;
            ulong graph = ((ulong)SpaceTag << OperationWidth) | (uint)Vertices;
            return ((((graph << MaxEdges) | AdjacencyBits) << (OperationWidth * MaxInteriorVertices)) | labels) << 2 | flags;
        }
    }

    /// <summary>Whether the cell belongs to a space.</summary>
    internal bool IsOf<TSpace>()
        where TSpace : ISearchSpace<TSpace>
        => SpaceTag == TSpace.Tag;

    /// <summary>What stands above the graph in a cell of a space with the right first and last name.</summary>
    internal static ulong MarksOf<TSpace>()
        where TSpace : ISearchSpace<TSpace>
        => (ulong)TSpace.Tag << TagShift;

    /// <summary>A cell from bits that <see cref="Bits"/> gave; they are not checked.</summary>
    internal static Cell FromTrustedBits(ulong bits) => new(bits);

    /// <summary>Packs fields that are known to be in range, as a cell of a space. Every cell that is not made from another one comes through here.</summary>
    internal static Cell Pack<TSpace>(int vertices, uint adjacencyBits, uint operationBits, ulong nameFlags = 0)
        where TSpace : ISearchSpace<TSpace>
    {
        if (TSpace.Tag != 0)
        {
            SpaceNames.Register<TSpace>();
        }

        return Pack(vertices, adjacencyBits, operationBits, MarksOf<TSpace>() | nameFlags);
    }

    /// <summary>Packs fields that are known to be in range, with the <see cref="Marks"/> of the cell that it is made from.</summary>
    internal static Cell Pack(int vertices, uint adjacencyBits, uint operationBits, ulong marks)
    {
        Debug.Assert(vertices is >= 1 and <= MaxVertices, "vertex count out of range");
        Debug.Assert(adjacencyBits >> (vertices * (vertices - 1) / 2) == 0, "adjacency beyond the vertex count");
        Debug.Assert(operationBits >> (OperationWidth * Math.Max(vertices - 2, 0)) == 0, "operations beyond the vertex count");
        return new Cell(adjacencyBits | ((ulong)operationBits << OperationShift) | ((ulong)((vertices - 2) & VertexMask) << VertexShift) | marks);
    }

    internal int OperationAt(int vertex) => (int)(_bits >> (OperationShift - OperationWidth + (OperationWidth * vertex))) & OperationMask;
}
