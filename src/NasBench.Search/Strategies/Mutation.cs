namespace NasBench.Search;

/// <summary>
/// How a strategy changes a genotype, by its settings: <c>mutation one</c> changes one parameter, <c>mutation some</c> each edge and each operation with a
/// probability.
/// </summary>
internal sealed class Mutation
{
    private readonly SearchEncoding _encoding;
    private readonly bool _changesOne;
    private readonly double _edgeProbability;
    private readonly double _operationProbability;

    /// <summary>Reads the settings <c>mutation</c>, <c>mutation_rate</c>, <c>edge_changes</c> and <c>operation_changes</c>.</summary>
    /// <exception cref="SearchException">The encoding does not have what the mutation changes, or a number is missing.</exception>
    public Mutation(SearchEncoding encoding, StrategySettings settings)
    {
        _encoding = encoding;
        _changesOne = settings.Word("mutation") == "one";
        if (_changesOne)
        {
            return;
        }

        if (!encoding.HasEdges)
        {
            throw new SearchException(
                $"mutation some needs edges that are there or not, which the encoding {encoding.Name} does not have; mutation one does not");
        }

        if (!settings.Has("edge_changes") || !settings.Has("operation_changes"))
        {
            throw new SearchException("mutation some needs edge_changes and operation_changes, which the profile does not have");
        }

        double rate = settings.Number("mutation_rate");
        _edgeProbability = rate * settings.Number("edge_changes") / Cell.MaxEdges;
        _operationProbability = rate * settings.Number("operation_changes") / Cell.MaxInteriorVertices;
    }

    /// <summary>Changes a genotype.</summary>
    /// <param name="parent">The genotype; it stays as it is.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="cell">The cell of the child.</param>
    /// <param name="index">Its index; -1 where it is not valid.</param>
    /// <returns>The child.</returns>
    public ulong Apply(ulong parent, Random random, out Cell cell, out int index)
    {
        TryApply(parent, random, out ulong child, out cell, out index);
        return child;
    }

    /// <summary>Changes a genotype, and tells whether the child is one that the encoding lets pass.</summary>
    /// <param name="parent">The genotype; it stays as it is.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">The child; the parent where none was found.</param>
    /// <param name="cell">The cell of the child.</param>
    /// <param name="index">Its index; -1 where it is not valid.</param>
    /// <returns>Whether one was found within 10,000 attempts, where the encoding rejects invalid ones.</returns>
    public bool TryApply(ulong parent, Random random, out ulong child, out Cell cell, out int index)
    {
        if (_changesOne)
        {
            child = _encoding.Change(parent, random, out cell, out index);
            return index >= 0 || !_encoding.RejectsInvalid;
        }

        bool isFound = _encoding.TryChangeSome(parent, _edgeProbability, _operationProbability, random, out child);
        cell = _encoding.Decode(child, out index);
        return isFound;
    }
}
