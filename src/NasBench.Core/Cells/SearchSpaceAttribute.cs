namespace NasBench;

/// <summary>Declares a search space of cells: the generator completes the partial type with every table of <see cref="ISearchSpace{TSelf}"/>.</summary>
/// <remarks>
/// The type is a partial struct, class or record: not generic, not static, not a ref struct; every type around it is partial too. A space may have
/// at most 16,384 topologies (pruned graphs without operations). Whatever the generator cannot accept, it reports as NBG001 and the numbers after it.
/// </remarks>
/// <example>
/// <code>
/// [SearchSpace(MaxVertices = 5, MaxEdges = 8, Operations = ["conv", "pool", "skip"])]
/// public readonly partial struct SmallSpace;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SearchSpaceAttribute : Attribute
{
    /// <summary>Gets or sets the largest number of vertices of a pruned cell, input and output included: 2 to 7.</summary>
    public int MaxVertices { get; set; } = 7;

    /// <summary>Gets or sets the largest number of edges of a pruned cell: 1 to V(V-1)/2, or 0 for no limit.</summary>
    public int MaxEdges { get; set; }

    /// <summary>
    /// Gets or sets the names of the one to seven operations in canonical order: the position is the operation's code and its label in the module hash.
    /// </summary>
    /// <remarks>
    /// A name is any text without blanks, commas, quotes, backslashes or control characters; <c>input</c>, <c>output</c> and <c>unknown</c> are taken.
    /// </remarks>
    public string[] Operations { get; set; } = [];
}
