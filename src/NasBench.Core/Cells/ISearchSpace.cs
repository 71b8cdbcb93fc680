using System.ComponentModel;

namespace NasBench;

/// <summary>The read-only tables of a search space; a type gets them by <see cref="SearchSpaceAttribute"/>, nobody writes them by hand.</summary>
/// <typeparam name="TSelf">The space itself.</typeparam>
/// <remarks>
/// <para>
/// Words: a <em>topology</em> is a pruned graph without operations; a <em>class</em> holds all topologies that are equal up to renaming interior
/// vertices, and its <em>representative</em> is the one with the smallest mask. Interior vertex v stands in <em>place</em> v - 1, so a space has
/// <c>MaxVertices - 2</c> places. A <em>relabelling</em> is a permutation of the places.
/// </para>
/// <para>
/// Index order: classes in order; within a class the labellings that are the smallest of their orbit under the class's automorphism group, in
/// lexicographic order of the operation codes, first interior vertex most significant. It is the enumeration order of the original project.
/// </para>
/// <para>All members are constant data of the assembly, safe for any thread, without start-up cost and without allocation
/// (<see cref="OperationNames"/> alone is one array, made at its first use).</para>
/// </remarks>
public interface ISearchSpace<TSelf>
    where TSelf : ISearchSpace<TSelf>
{
    /// <summary>Gets the largest number of vertices of a pruned cell, input and output included: 2 to 7.</summary>
    static abstract int MaxVertices { get; }

    /// <summary>Gets the largest number of edges of a pruned cell; V(V-1)/2 where the declaration sets no limit.</summary>
    static abstract int MaxEdges { get; }

    /// <summary>Gets the number of operations: 1 to 7.</summary>
    static abstract int OperationCount { get; }

    /// <summary>Gets the number of cells: isomorphism classes, operations included.</summary>
    static abstract int CellCount { get; }

    /// <summary>Gets the mark of the space in the bits of its cells: 20 bits, 0 for the declaration of <see cref="Nas101"/>.</summary>
    /// <remarks>
    /// A hash of the declaration, by exclusive or with that of NAS-Bench-101. It hashes the UTF-8 text of the largest numbers of vertices and of edges and the
    /// names of the operations, a comma between each two (<c>7,9,conv3x3-bn-relu,conv1x1-bn-relu,maxpool3x3</c>), by FNV-1a with 64 bits, whose
    /// groups of 20 bits are combined by exclusive or. So types with the same declaration share it, in every process.
    /// </remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract uint Tag { get; }

    /// <summary>Gets the names of the operations in canonical order; the position is the code and the label in the module hash.</summary>
    static abstract ReadOnlySpan<string> OperationNames { get; }

    /// <summary>Gets the name of an operation as UTF-8.</summary>
    /// <param name="operation">The code: 0 to <see cref="OperationCount"/> - 1.</param>
    /// <returns>The name, without a terminating zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No operation has this code.</exception>
    static abstract ReadOnlySpan<byte> GetOperationNameUtf8(int operation);

    /// <summary>Finds the operation with a name, compared byte by byte.</summary>
    /// <param name="utf8Name">The name as UTF-8.</param>
    /// <param name="operation">The code, or 0 where no operation has this name.</param>
    /// <returns>Whether an operation has this name.</returns>
    static abstract bool TryParseOperation(ReadOnlySpan<byte> utf8Name, out byte operation);

    /// <summary>Finds the operation with a name, compared character by character.</summary>
    /// <param name="name">The name.</param>
    /// <param name="operation">The code, or 0 where no operation has this name.</param>
    /// <returns>Whether an operation has this name.</returns>
    static abstract bool TryParseOperation(ReadOnlySpan<char> name, out byte operation);

    /// <summary>Gets the vertex that each edge bit leaves: bit x + y(y-1)/2 gives x.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<byte> EdgeTails { get; }

    /// <summary>Gets the vertex that each edge bit enters: bit x + y(y-1)/2 gives y.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<byte> EdgeHeads { get; }

    /// <summary>
    /// Gets all permutations of the places in lexicographic order; entry [r * places + i] is the new place of place i. Relabelling 0 is the identity.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<byte> Relabellings { get; }

    /// <summary>
    /// Gets what each relabelling makes of each edge: entry [r * edge bits + e] is the new edge bit, with bit 7 set where the edge comes out reversed.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<byte> EdgeRelabellings { get; }

    /// <summary>Gets the topologies in order of (vertices, mask): the mask in the low 24 bits, the number of vertices above.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<uint> TopologyMasks { get; }

    /// <summary>Gets the class of each topology. Classes are numbered in order of (vertices, mask) of their representatives.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<ushort> TopologyClasses { get; }

    /// <summary>
    /// Gets, for each topology, the smallest relabelling that maps it to its representative; places beyond its interior vertices stay where they are.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<byte> TopologyRelabellings { get; }

    /// <summary>Gets the topology number of the representative of each class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<ushort> ClassTopologies { get; }

    /// <summary>Gets the index of the first cell of each class, and <see cref="CellCount"/> as one more entry at the end.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<int> ClassFirstIndices { get; }

    /// <summary>
    /// Gets the number of the automorphism group of each class's representative. Groups are numbered by first use;
    /// groups on different numbers of interior vertices are different.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<ushort> ClassGroups { get; }

    /// <summary>Gets where the members of each group start in <see cref="GroupMembers"/>, and its length as one more entry at the end.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<ushort> GroupStarts { get; }

    /// <summary>Gets the members of the automorphism groups as relabelling numbers, ascending, the identity first.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<byte> GroupMembers { get; }

    /// <summary>Gets the first round of the module hash: 16 bytes for each kind of vertex, the MD5 digest of the text <c>(out, in, label)</c>.</summary>
    /// <remarks>
    /// The digest of a vertex with <c>out</c> and <c>in</c> neighbours (0 to 6 each, whatever <see cref="MaxVertices"/> is) starts at byte
    /// 16 * ((out * 7 + in) * (<see cref="OperationCount"/> + 2) + label + 2); the label is the operation's code, -1 for the input, -2 for the output.
    /// </remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ReadOnlySpan<byte> FirstRoundDigests { get; }
}
