namespace NasBench.Search;

/// <summary>What a regret compares. Accuracies are those after the most epochs that the data hold.</summary>
public enum RegretKind : byte
{
    /// <summary>Best mean test accuracy of all cells - mean test accuracy of the incumbent (paper, section 2.6).</summary>
    TestMean,

    /// <summary>Best test accuracy of all repeats - test accuracy of the evaluation that made the incumbent (the notebook plots that accuracy).</summary>
    TestSingle,

    /// <summary>Best mean validation accuracy of all cells - mean validation accuracy of the incumbent.</summary>
    ValidMean,

    /// <summary>
    /// Best mean validation accuracy of all cells - validation accuracy that the strategy saw. It can be negative (nas_benchmarks,
    /// <c>regret_validation</c>).
    /// </summary>
    ValidSingleSeen,
}
