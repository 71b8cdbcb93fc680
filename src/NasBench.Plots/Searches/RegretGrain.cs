using NasBench.Data;
using NasBench.Search;

namespace NasBench.Plots;

/// <summary>The smallest regret that data can show, and where a regret of 0 stands on a logarithmic axis: at half of it.</summary>
internal static class RegretGrain
{
    /// <summary>Accuracies are multiples of one part in so many images.</summary>
    private const int Images = 9984;

    /// <summary>Half a grain: of a mean over the repeats, or of a single repeat.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="regret">Which regret.</param>
    public static double Half(Dataset data, RegretKind regret)
    {
        int repeats = regret == RegretKind.TestSingle ? 1 : Math.Max(data.MaxRepeats, 1);
        return 0.5 / (Images * (double)repeats);
    }
}
