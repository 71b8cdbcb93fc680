using System.Globalization;

namespace NasBench.Generators;

/// <summary>The nested <c>Adjacency</c>: the edges of a cell as one bit each, with its layout and masks.</summary>
internal static class AdjacencyEmitter
{
    private const string Popcount = "global::System.Numerics.BitOperations.PopCount";

    /// <summary>The members that this part gives to the declared type.</summary>
    public static IReadOnlyList<string> Members { get; } = ["Adjacency"];

    public static void Emit(PartWriter part, SpaceModel space)
    {
        int vertices = space.Spec.Limits.MaxVertices;
        int edgeBits = space.Spec.Limits.EdgeBits;
        part.OpenType();
        part.Member("public readonly struct Adjacency : global::System.IEquatable<Adjacency>", Layout(space));
        part.Source.Open();
        EmitConstants(part, vertices, edgeBits);
        EmitConstruction(part);
        EmitQueries(part, vertices);
        EmitChanges(part);
        EmitEquality(part);
        part.Source.Close();
    }

    private static string[] Layout(SpaceModel space)
    {
        string size = space.Spec.Limits.MaxVertices.ToString(CultureInfo.InvariantCulture);
        string bits = Row("bit", Enumerable.Range(0, space.Tables.EdgeTails.Length));
        string tails = Row("from", space.Tables.EdgeTails.AsSpan().ToArray().Select(tail => (int)tail));
        string heads = Row("to", space.Tables.EdgeHeads.AsSpan().ToArray().Select(head => (int)head));
        return
        [
            $"<summary>The edges of a graph of at most {size} vertices as one bit each: bit x + y(y-1)/2 is the edge x -> y, x &lt; y.</summary>",
            "<remarks>",
            "The predecessors of a vertex are consecutive bits, and a smaller graph uses a prefix of the same bits:",
            "<code>",
            bits,
            tails,
            heads,
            "</code>",
            "</remarks>",
        ];
    }

    private static string Row(string name, IEnumerable<int> cells)
        => name.PadRight(6) + string.Concat(cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture).PadLeft(3)));

    private static void EmitConstants(PartWriter part, int vertices, int edgeBits)
    {
        uint all = (1u << edgeBits) - 1;
        part.Member(
            FormattableString.Invariant($"public const int EdgeBits = {edgeBits};"),
            "<summary>The number of edge bits.</summary>");
        part.Gap();
        part.Member(
            FormattableString.Invariant($"public const uint AllEdges = 0x{all:x};"),
            "<summary>Every edge bit.</summary>");
        part.Gap();
        part.Member(
            $"public static global::System.ReadOnlySpan<uint> IncomingEdges => [{Masks(vertices, entering: true)}];",
            "<summary>Gets the bits of the edges into each vertex.</summary>");
        part.Gap();
        part.Member(
            $"public static global::System.ReadOnlySpan<uint> OutgoingEdges => [{Masks(vertices, entering: false)}];",
            "<summary>Gets the bits of the edges out of each vertex.</summary>");
        part.Gap();
    }

    private static string Masks(int vertices, bool entering)
    {
        var masks = new uint[vertices];
        for (int head = 1; head < vertices; head++)
        {
            for (int tail = 0; tail < head; tail++)
            {
                masks[entering ? head : tail] |= 1u << EdgeOrder.Bit(tail, head);
            }
        }

        return string.Join(", ", masks.Select(mask => FormattableString.Invariant($"0x{mask:x}")));
    }

    private static void EmitConstruction(PartWriter part)
    {
        SourceWriter source = part.Source;
        part.Member(
            "public Adjacency(uint bits)",
            "<summary>Takes edges as bits.</summary>",
            "<param name=\"bits\">The edges; no bit outside <see cref=\"AllEdges\"/>.</param>",
            "<exception cref=\"global::System.ArgumentOutOfRangeException\">A bit is no edge.</exception>");
        source.Open();
        source.Line("global::System.ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, AllEdges);");
        source.Line("Bits = bits;");
        source.Close();
        part.Gap();
        part.Member(
            "public uint Bits { get; }",
            "<summary>Gets the edges as bits.</summary>");
        part.Gap();
        part.Member(
            $"public int EdgeCount => {Popcount}(Bits);",
            "<summary>Gets the number of edges.</summary>");
        part.Gap();
        part.Member(
            "public static int EdgeBit(int from, int to)",
            "<summary>Gives the bit number of an edge.</summary>",
            "<param name=\"from\">The vertex that the edge leaves.</param>",
            "<param name=\"to\">The vertex that the edge enters: a later one.</param>",
            "<returns>from + to(to-1)/2.</returns>",
            "<exception cref=\"global::System.ArgumentOutOfRangeException\">There is no such edge.</exception>");
        source.Open();
        source.Line("global::System.ArgumentOutOfRangeException.ThrowIfNegative(from);");
        source.Line("global::System.ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, to);");
        source.Line("global::System.ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to, MaxVertices);");
        source.Line("return from + (to * (to - 1) / 2);");
        source.Close();
        part.Gap();
    }

    private static void EmitQueries(PartWriter part, int vertices)
    {
        SourceWriter source = part.Source;
        part.Member(
            "public bool HasEdge(int from, int to) => (Bits >> EdgeBit(from, to) & 1) != 0;",
            EdgeDocumentation("Tells whether an edge is there.", "Whether it is."));
        part.Gap();
        part.Member(
            "public uint Predecessors(int vertex)",
            VertexDocumentation("Gives the vertices with an edge to a vertex."));
        source.Open();
        EmitVertexCheck(source);
        source.Line("return Bits >> (vertex * (vertex - 1) / 2) & ((1u << vertex) - 1);");
        source.Close();
        part.Gap();
        part.Member(
            "public uint Successors(int vertex)",
            VertexDocumentation("Gives the vertices with an edge from a vertex."));
        source.Open();
        EmitVertexCheck(source);
        source.Line("uint column = Bits >> vertex;");
        source.Line($"uint set = {Gather(vertices)};");
        source.Line("return set & ~0u << (vertex + 1);");
        source.Close();
        part.Gap();
    }

    private static void EmitVertexCheck(SourceWriter source)
    {
        source.Line("global::System.ArgumentOutOfRangeException.ThrowIfNegative(vertex);");
        source.Line("global::System.ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(vertex, MaxVertices);");
    }

    /// <summary>Bit x + y(y-1)/2 to bit y, for all y at once; where y is not after x the caller masks the nonsense away.</summary>
    private static string Gather(int vertices)
        => string.Join(
            " | ",
            Enumerable.Range(1, vertices - 1).Select(head => FormattableString.Invariant($"(column >> {EdgeOrder.FirstBitInto(head)} & 1) << {head}")));

    private static void EmitChanges(PartWriter part)
    {
        part.Member(
            "public Adjacency With(int from, int to) => new(Bits | 1u << EdgeBit(from, to));",
            EdgeDocumentation("Adds an edge.", "The edges and this one."));
        part.Gap();
        part.Member(
            "public Adjacency Without(int from, int to) => new(Bits & ~(1u << EdgeBit(from, to)));",
            EdgeDocumentation("Removes an edge.", "The edges but this one."));
        part.Gap();
    }

    private static void EmitEquality(PartWriter part)
    {
        part.InterfaceMember("public bool Equals(Adjacency other) => Bits == other.Bits;");
        part.Gap();
        part.InterfaceMember("public override bool Equals(object? obj) => obj is Adjacency other && Equals(other);");
        part.Gap();
        part.InterfaceMember("public override int GetHashCode() => (int)Bits;");
        part.Gap();
        part.Member(
            "public static bool operator ==(Adjacency left, Adjacency right) => left.Equals(right);",
            OperatorDocumentation("equal"));
        part.Gap();
        part.Member(
            "public static bool operator !=(Adjacency left, Adjacency right) => !left.Equals(right);",
            OperatorDocumentation("different"));
    }

    private static string[] EdgeDocumentation(string summary, string returns) =>
    [
        $"<summary>{summary}</summary>",
        "<param name=\"from\">The vertex that the edge leaves.</param>",
        "<param name=\"to\">The vertex that the edge enters: a later one.</param>",
        $"<returns>{returns}</returns>",
        "<exception cref=\"global::System.ArgumentOutOfRangeException\">There is no such edge.</exception>",
    ];

    private static string[] VertexDocumentation(string summary) =>
    [
        $"<summary>{summary}</summary>",
        "<param name=\"vertex\">The vertex, from 0.</param>",
        "<returns>A set: bit v is vertex v.</returns>",
        "<exception cref=\"global::System.ArgumentOutOfRangeException\">There is no such vertex.</exception>",
    ];

    private static string[] OperatorDocumentation(string relation) =>
    [
        $"<summary>Tells whether two sets of edges are {relation}.</summary>",
        "<param name=\"left\">One.</param>",
        "<param name=\"right\">The other.</param>",
        $"<returns>Whether they are {relation}.</returns>",
    ];
}
