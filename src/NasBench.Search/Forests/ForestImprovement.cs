namespace NasBench.Search;

/// <summary>The expected improvement that a forest promises over a loss, as SMAC has it: the variance between trees is at least 1e-5.</summary>
/// <param name="trees">The number of trees.</param>
/// <param name="loss">The loss to improve on.</param>
internal readonly struct ForestImprovement(int trees, double loss)
{
    /// <summary>The least variance.</summary>
    public const double MinVariance = 1e-5;

    /// <summary>The expected improvement by the values of the trees.</summary>
    /// <param name="values">The values, a stride apart from each other.</param>
    /// <param name="stride">The stride.</param>
    public double Of(ReadOnlySpan<double> values, int stride) => Of(values, stride, double.NegativeInfinity);

    /// <summary>The expected improvement by the values of the trees, or minus infinity where it is certain to be below a limit.</summary>
    /// <param name="values">The values, a stride apart from each other.</param>
    /// <param name="stride">The stride.</param>
    /// <param name="limit">The limit; few values need more than a bound.</param>
    public double Of(ReadOnlySpan<double> values, int stride, double limit)
    {
        double mean = TreeMoments.Of(values, stride, trees, out double variance);
        double deviation = Math.Sqrt(Math.Max(variance, MinVariance));
        return ImprovementBound.Of(mean - loss, deviation) < limit * (1 - 1e-9)
            ? double.NegativeInfinity
            : Acquisition.ExpectedImprovement(mean, deviation, loss);
    }
}
