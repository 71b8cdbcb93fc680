using NasBench.Search;

namespace NasBench.Plots;

/// <summary>The finished runs of one algorithm of a search.</summary>
/// <param name="Plan">The search.</param>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Curves">The regret of the incumbent of each run over what the budget counts; runs that never had an incumbent are not among them.</param>
internal sealed record SearchedRuns(SearchPlan Plan, PlannedAlgorithm Algorithm, IReadOnlyList<StepCurve> Curves)
{
    /// <summary>The name of the algorithm in results.</summary>
    public string Name => Plan.NameOf(Algorithm);

    /// <summary>The name in a picture, told apart from the others there.</summary>
    public string Label { get; init; } = "";

    /// <summary>The regret of each run when the budget is spent; of one that found nothing until then there is none.</summary>
    public double[] Final => [.. Curves.Select(curve => curve.At(Plan.Budget.Limit)).Where(value => !double.IsNaN(value))];
}
