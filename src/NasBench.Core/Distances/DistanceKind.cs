namespace NasBench;

/// <summary>
/// How far two cells are from each other: the definitions that depend only on their graphs and operations. Those of naszilla are in
/// <see cref="NaszillaDistances"/>.
/// </summary>
public enum DistanceKind : byte
{
    /// <summary>
    /// <c>edit_distance</c>, the default: the fewest flips of edges and changes of operations that turn one pruned cell into the other, up to renaming interior
    /// vertices; a missing vertex may have any operation. Symmetric, and 0 exactly for isomorphic cells, but not a metric: the triangle inequality does not
    /// hold.
    /// </summary>
    Edit,

    /// <summary>
    /// <c>graph_edit_distance</c>: as <see cref="Edit"/>, but each vertex that only one of the cells has costs one.
    /// This is the graph edit distance with unit costs, input matched to input and output to output. A metric on isomorphism classes.
    /// </summary>
    GraphEdit,

    /// <summary>
    /// The distance of the NAS-Bench-101 paper (section 3.3, figure 6): the smallest <see cref="Hamming"/> distance between any two encodings of the two
    /// classes with the most vertices of the space (seven), vertices off every path, their edges and their operations included.
    /// Symmetric, 0 exactly for isomorphic cells; not a metric.
    /// </summary>
    Encoded,

    /// <summary>
    /// The number of differing entries of the two raw matrices and of differing operations, with nothing renamed and nothing pruned.
    /// A cell of fewer than seven vertices is padded with isolated vertices of operation 0 before the output. A metric on raw cells of seven vertices.
    /// </summary>
    Hamming,
}
