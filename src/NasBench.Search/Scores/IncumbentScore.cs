namespace NasBench.Search;

/// <summary>What an incumbent is worth, as its searcher does not know.</summary>
/// <param name="MeanTest">Its mean test accuracy after the most epochs.</param>
/// <param name="TestMean">Its regret by <see cref="RegretKind.TestMean"/>.</param>
/// <param name="TestSingle">Its regret by <see cref="RegretKind.TestSingle"/>.</param>
/// <param name="ValidMean">Its regret by <see cref="RegretKind.ValidMean"/>.</param>
/// <param name="ValidSingleSeen">Its regret by <see cref="RegretKind.ValidSingleSeen"/>.</param>
public readonly record struct IncumbentScore(double MeanTest, double TestMean, double TestSingle, double ValidMean, double ValidSingleSeen)
{
    /// <summary>One of the regrets.</summary>
    /// <param name="kind">Which one.</param>
    public double this[RegretKind kind] => kind switch
    {
        RegretKind.TestMean => TestMean,
        RegretKind.TestSingle => TestSingle,
        RegretKind.ValidMean => ValidMean,
        _ => ValidSingleSeen,
    };
}
