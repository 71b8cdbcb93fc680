namespace NasBench;

/// <summary>What counts as a neighbour of a cell: the definitions that are in use, and one extension.</summary>
/// <remarks>
/// <para>
/// All but <see cref="Extended"/> change one thing: flip an edge, or put another operation on a vertex. They differ in the graph that is changed and
/// in what is kept. Changes that leave the class as it is (an edge between vertices that pruning removes) do not make a neighbour;
/// <see cref="Neighbors.GetEdit(Cell, int)"/> gives them too, for walks that need such neutral moves.
/// </para>
/// <para>
/// Flips and operation changes can be undone, so <see cref="Raw"/> is symmetric between raw cells. Between classes no kind is symmetric:
/// a change that cuts vertices off can lose several edges at once, and one change cannot bring them back.
/// </para>
/// </remarks>
public enum NeighborKind : byte
{
    /// <summary>
    /// One change in the encoded space of the NAS-Bench-101 paper (section 3.3; the exchange of one parameter in ConfigSpace): the cell as given,
    /// padded with isolated vertices of the first operation before the output; what remains after pruning must be valid and of another class.
    /// </summary>
    Raw,

    /// <summary>
    /// One change of the pruned cell; what remains after pruning must be valid. This is what a search over classes walks on, and the default everywhere.
    /// A cell never gains a vertex by it. Edges run forwards only, so isomorphic cells can differ in the edges that can be added:
    /// the neighbours of a class are those of its representative (<see cref="Space{TSpace}.CellAt"/>).
    /// </summary>
    Class,

    /// <summary>
    /// The <c>adj</c> neighbourhood of naszilla (<c>Cell101.adj_neighborhood</c>) on the cell as given, padded as for <see cref="Raw"/>: operation changes of
    /// vertices on a path from input to output, whether the result is valid or not; removals of edges on such a path; additions of edges that come to lie on
    /// one; the last two only where the result is valid. The original shuffles them; here they come in the order of the changes.
    /// </summary>
    Naszilla,

    /// <summary>
    /// As <see cref="Class"/>, and also a new vertex between any two vertices, with one edge in, one edge out and each operation, so that a walk over classes
    /// can grow: from the smallest cell of NAS-Bench-101 it reaches all but 378. An extension of this library.
    /// </summary>
    Extended,
}
