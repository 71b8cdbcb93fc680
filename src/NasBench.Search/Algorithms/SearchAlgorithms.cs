namespace NasBench.Search;

/// <summary>The algorithms by name.</summary>
public static class SearchAlgorithms
{
    /// <summary>All of them, in the order in which the command lists them.</summary>
    public static IReadOnlyList<SearchAlgorithm> All { get; } =
    [
        new("random", "random search", EncodingNeeds.Nothing, StartRandomSearch, TakesWorkers: true),
        new("re", "regularized evolution", EncodingNeeds.Genotypes, context => StartEvolution(context, isRegularized: true), TakesWorkers: true),
        new("nre", "non-regularized evolution", EncodingNeeds.Genotypes, context => StartEvolution(context, isRegularized: false), TakesWorkers: true),
        new("ls", "local search, first improvement", EncodingNeeds.Edges, context => new LocalSearch(context)),
        new("ls-steepest", "local search, best improvement", EncodingNeeds.Edges, context => new LocalSearch(context)),
        new("ls-best-first", "local search, on from the best cell not yet left", EncodingNeeds.Edges, context => new LocalSearch(context)),
        new("ls-once", "local search once, then random search", EncodingNeeds.Edges, context => new LocalSearch(context)),
        new("ls-naszilla", "local search as in naszilla", EncodingNeeds.Edges, context => new LocalSearch(context)),
        new("annealing", "simulated annealing", EncodingNeeds.Genotypes, context => new Annealing(context)),
        new("mutate-best", "mutation of the best cell", EncodingNeeds.Genotypes, context => new MutateBest(context), TakesWorkers: true),
        new("bananas", "BANANAS", EncodingNeeds.Genotypes, context => new Bananas(context), TakesWorkers: true),
        new("reinforce", "REINFORCE", EncodingNeeds.Categories, context => new Reinforce(context)),
        new("tpe", "tree-structured Parzen estimator", EncodingNeeds.Parameters, context => new TreeParzen(context)),
        new("halving", "successive halving", EncodingNeeds.Nothing, context => new SuccessiveHalving(context)),
        new("hyperband", "Hyperband", EncodingNeeds.Nothing, context => new Hyperband(context)),
        new("bohb", "BOHB", EncodingNeeds.Parameters, context => new Bohb(context)),
        new("predictor", "a model of all classes", EncodingNeeds.Nothing, context => new Predictor(context), TakesWorkers: true),
        new("smac", "SMAC", EncodingNeeds.Parameters, context => new Smac(context)),
        new("asha", "ASHA", EncodingNeeds.Nothing, context => new Asha(context), TakesWorkers: true),
        new("dehb", "DEHB", EncodingNeeds.Parameters, context => new Dehb(context)),
    ];

    /// <summary>Finds an algorithm by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The algorithm; null where none has this name.</returns>
    public static SearchAlgorithm? Find(string name) => All.FirstOrDefault(algorithm => algorithm.Name == name);

    private static ISearchStrategy StartRandomSearch(StrategyContext context)
        => context.Notebook is { } streams ? new NotebookRandomSearch(context, streams) : new RandomSearch(context);

    private static ISearchStrategy StartEvolution(StrategyContext context, bool isRegularized) => context switch
    {
        { Notebook: { } streams } when isRegularized => new NotebookEvolution(context, streams),
        { Objectives: SearchObjectives.Accuracy } => new Evolution(context, isRegularized),
        _ => new ParetoEvolution(context, isRegularized),
    };
}
