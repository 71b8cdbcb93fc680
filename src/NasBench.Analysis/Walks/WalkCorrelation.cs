namespace NasBench.Analysis;

/// <summary>The autocorrelation of random walks over classes, exact: the limit of infinitely many walks, without sampling.</summary>
/// <remarks>
/// <para>
/// A walk X0, X1, ... goes in each step to one of the distinct neighbours of its class, each with the same probability; how many single changes lead to a
/// neighbour does not count, and no step stays, except from a class without neighbours. The correlation at lag k is that of y(X0) and y(Xk). With P the
/// operator that averages over neighbours, E[y(X0) y(Xk)] is the mean of y * P^k y over the distribution of X0, so it takes k applications of P to a vector.
/// </para>
/// <para>Thread-safe. Up to four threads share the work, and the result does not depend on how many: milliseconds for each lag.</para>
/// </remarks>
public static class WalkCorrelation
{
    /// <summary>
    /// The autocorrelation of walks that start at a class drawn uniformly. The steps by <see cref="NeighborKind.Class"/> lead to ever smaller cells, so that
    /// all such walks end at the smallest one, and no other distribution is stationary; means and variances of y(Xk) are therefore those at each k.
    /// </summary>
    /// <param name="graph">The neighbours of each class.</param>
    /// <param name="values">The value of each class; NaN where there is none: the walk does not go there.</param>
    /// <param name="lags">The greatest lag.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The correlation at lag 0 to <paramref name="lags"/>; NaN where the values do not vary.</returns>
    /// <exception cref="ArgumentException">There is not a value for each class.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lags"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static double[] FromUniformStart(
        NeighborGraph graph, ReadOnlySpan<double> values, int lags, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        (graph, double[] weights, double[] centered) = Prepare(graph, values, lags, (_, _) => 1);
        double[] squares = Array.ConvertAll(centered, value => value * value);
        double[] correlations = new double[lags + 1];
        double variance = Sum(weights, squares);
        double[] after = [.. centered];
        double[] other = new double[after.Length];
        for (int lag = 0; lag <= lags; lag++)
        {
            // The mean of the start is 0, so the covariance is the mean of the products.
            double mean = Sum(weights, after);
            double varianceAfter = Sum(weights, squares) - (mean * mean);
            correlations[lag] = Divide(Sum(weights, centered, after), Math.Sqrt(variance * Math.Max(varianceAfter, 0)));
            StepOperator.Apply(graph, after, other, cancellationToken);
            (after, other) = (other, after);
            StepOperator.Apply(graph, squares, other, cancellationToken);
            (squares, other) = (other, squares);
            progress?.Report((lag + 1.0) / (lags + 1));
        }

        return correlations;
    }

    /// <summary>
    /// The autocorrelation of the stationary walk on the graph whose steps go in both directions: two classes are neighbours where either is a neighbour of the
    /// other. This walk is reversible, and stationary where a class has a probability in proportion to the number of its neighbours.
    /// </summary>
    /// <param name="graph">The neighbours of each class, in either direction or in both.</param>
    /// <param name="values">The value of each class; NaN where there is none: the walk does not go there.</param>
    /// <param name="lags">The greatest lag.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The correlation at lag 0 to <paramref name="lags"/>; NaN where the values do not vary.</returns>
    /// <exception cref="ArgumentException">There is not a value for each class.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lags"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static double[] Stationary(
        NeighborGraph graph, ReadOnlySpan<double> values, int lags, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        (graph, double[] weights, double[] centered) = Prepare(NeighborGraphs.Symmetrize(graph), values, lags, (own, index) => own[index].Length);
        double[] correlations = new double[lags + 1];
        double variance = Sum(weights, centered, centered);
        double[] after = [.. centered];
        double[] other = new double[after.Length];
        for (int lag = 0; lag <= lags; lag++)
        {
            correlations[lag] = Divide(Sum(weights, centered, after), variance);
            StepOperator.Apply(graph, after, other, cancellationToken);
            (after, other) = (other, after);
            progress?.Report((lag + 1.0) / (lags + 1));
        }

        return correlations;
    }

    /// <summary>The graph of the classes with values, the probability of each class at the start, and the values less their mean at the start.</summary>
    private static (NeighborGraph Graph, double[] Weights, double[] Centered) Prepare(
        NeighborGraph graph, ReadOnlySpan<double> values, int lags, Func<NeighborGraph, int, double> weigh)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        if (values.Length != graph.Count)
        {
            throw new ArgumentException($"There are {values.Length} values for {graph.Count} classes.", nameof(values));
        }

        graph = NeighborGraphs.Restrict(graph, values);
        double[] weights = new double[values.Length];
        double[] centered = new double[values.Length];
        double all = 0;
        double sum = 0;
        for (int index = 0; index < values.Length; index++)
        {
            weights[index] = double.IsNaN(values[index]) ? 0 : weigh(graph, index);
            all += weights[index];
            sum += weights[index] > 0 ? weights[index] * values[index] : 0;
        }

        for (int index = 0; index < values.Length; index++)
        {
            weights[index] = all > 0 ? weights[index] / all : 0;
            centered[index] = double.IsNaN(values[index]) ? 0 : values[index] - (sum / all);
        }

        return (graph, weights, centered);
    }

    private static double Sum(double[] weights, double[] values)
    {
        double sum = 0;
        for (int index = 0; index < weights.Length; index++)
        {
            sum += weights[index] * values[index];
        }

        return sum;
    }

    private static double Sum(double[] weights, double[] first, double[] second)
    {
        double sum = 0;
        for (int index = 0; index < weights.Length; index++)
        {
            sum += weights[index] * first[index] * second[index];
        }

        return sum;
    }

    /// <summary>Values that do not vary leave rounding errors at most.</summary>
    private static double Divide(double covariance, double variance) => variance > 1e-24 ? covariance / variance : double.NaN;
}
