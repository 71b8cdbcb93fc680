namespace NasBench.Search;

/// <summary>An algorithm that the laboratory knows by name.</summary>
/// <param name="Name">The name, as the command takes it.</param>
/// <param name="Title">What it is called in full.</param>
/// <param name="Needs">What it asks of an encoding.</param>
/// <param name="Create">Starts a strategy for one run. Throws <see cref="SearchException"/> where settings or data do not fit.</param>
/// <param name="TakesWorkers">Whether several proposals can be open at the same time.</param>
public sealed record SearchAlgorithm(
    string Name, string Title, EncodingNeeds Needs, Func<StrategyContext, ISearchStrategy> Create, bool TakesWorkers = false)
{
    /// <summary>Whether the algorithm can search in an encoding.</summary>
    /// <param name="encoding">The encoding.</param>
    public bool RunsOn(SearchEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return Needs switch
        {
            EncodingNeeds.Genotypes => encoding.HasGenotypes,
            EncodingNeeds.Parameters => encoding.Parameters.Length > 0,
            EncodingNeeds.Categories => encoding.Parameters.Length > 0 && encoding.HasGenotypes,
            EncodingNeeds.Edges => encoding.HasGenotypes && encoding.HasEdges,
            _ => true,
        };
    }
}
