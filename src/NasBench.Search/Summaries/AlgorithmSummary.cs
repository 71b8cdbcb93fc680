namespace NasBench.Search;

/// <summary>What the runs of one algorithm come to. Counts are means over runs.</summary>
public sealed record AlgorithmSummary
{
    /// <summary>The algorithm and its settings.</summary>
    public required PlannedAlgorithm Algorithm { get; init; }

    /// <summary>Its name in the results.</summary>
    public required string Name { get; init; }

    /// <summary>The number of runs.</summary>
    public required int Runs { get; init; }

    /// <summary>Evaluations of valid cells.</summary>
    public required double Evaluations { get; init; }

    /// <summary>Proposals of invalid cells.</summary>
    public required double Invalid { get; init; }

    /// <summary>Different classes.</summary>
    public required double Distinct { get; init; }

    /// <summary>Evaluations of a class that was evaluated before after the same number of epochs.</summary>
    public required double IsomorphicRepeats { get; init; }

    /// <summary>Simulated seconds.</summary>
    public required double SpentSeconds { get; init; }

    /// <summary>Simulated seconds of all workers together.</summary>
    public required double BusySeconds { get; init; }

    /// <summary>Epochs.</summary>
    public required double SpentEpochs { get; init; }

    /// <summary>Runs whose strategy had nothing more to propose before the budget was spent.</summary>
    public required int Exhausted { get; init; }

    /// <summary>The part of the runs whose incumbent at the end is an optimum by the regret: its regret is 0 or less.</summary>
    public required double AtOptimum { get; init; }

    /// <summary>The regret of the incumbent at the end, over the runs that have one; null where none has.</summary>
    public required Distribution? FinalRegret { get; init; }

    /// <summary>Runs whose regret at the end is below 0, which a value that was seen once can be.</summary>
    public required int NegativeRegrets { get; init; }

    /// <summary>The standard deviation of the regret at the end over runs; NaN of fewer than two.</summary>
    public required double RegretDeviation { get; init; }

    /// <summary>The fronts of the runs; null where the search has one objective, or no run a front.</summary>
    public required FrontSummary? Fronts { get; init; }

    /// <summary>Real seconds that the strategy took for an evaluation; the median over runs.</summary>
    public required double OwnSecondsPerEvaluation { get; init; }

    /// <summary>How long it takes to the regrets 0.01, 0.005 and 0.001.</summary>
    public required IReadOnlyList<RegretTarget> Targets { get; init; }

    /// <summary>
    /// The regret as a mean over the logarithm of the simulated time, from the latest first evaluation of any run of any algorithm to the budget, then
    /// over runs; NaN where there is no such time.
    /// </summary>
    public required double MeanOverLogTime { get; init; }

    /// <summary>
    /// The rank among all runs of all algorithms, 1 for the smallest regret, as a mean over the runs and over 200 times on a logarithmic axis; NaN where there
    /// is no such time.
    /// </summary>
    public required double MeanRank { get; init; }
}
