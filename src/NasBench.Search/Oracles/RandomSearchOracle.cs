using NasBench.Data;

namespace NasBench.Search;

/// <summary>
/// What random search finds on average after any number of evaluations, in closed form: a check of every simulated run of it, and a baseline without noise.
/// </summary>
/// <remarks>
/// <para>
/// Evaluations are independent: a class with the probability that the encoding gives it, then one of its repeats. With F(v) the probability of a validation
/// accuracy of at most v, the best of n evaluations is v with probability F(v)^n - F(v-)^n. The incumbent is the first evaluation that had it, and who
/// that is does not hang on n: each evaluation with this value is it in proportion to its probability.
/// </para>
/// <para>
/// Evaluations are those of valid cells that the data hold; whatever else an encoding draws costs nothing and is not counted. A validation accuracy that
/// the data lack is worth 0, as in runs. The constructor sorts all repeats, in a second or less for the whole space; an answer then takes some tenths of a
/// millisecond. Immutable and thread-safe.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var oracle = new RandomSearchOracle(data, SearchEncoding.Raw, new Optima(data));
/// Console.WriteLine(oracle.ExpectedRegret(1000));
/// </code>
/// </example>
public sealed class RandomSearchOracle
{
    private readonly double[] _values;

    /// <summary>The probability of more than each value; it is exact where F is so near to 1 that its power would not be.</summary>
    private readonly double[] _tails;

    private readonly double[] _regrets;
    private readonly double[] _squares;

    /// <summary>Looks at all repeats of a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="encoding">What the search draws from.</param>
    /// <param name="optima">The best values of this data set.</param>
    /// <param name="regret">Which regret is told.</param>
    /// <param name="epochs">The number of epochs of the evaluations; 0 for the most that the data hold.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="SearchException">The data hold no training of so many epochs, or no cell that the encoding can draw.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public RandomSearchOracle(
        Dataset data,
        SearchEncoding encoding,
        Optima optima,
        RegretKind regret = RegretKind.TestMean,
        int epochs = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentNullException.ThrowIfNull(optima);
        Epochs = epochs > 0 ? epochs : optima.Epochs;
        if (!data.Epochs.Contains(Epochs))
        {
            throw new SearchException($"the data hold no training of {Epochs} epochs, only of {string.Join(", ", data.Epochs.ToArray())}");
        }

        (double[] values, Outcome[] outcomes) = Collect(data, ClassWeights.Of(encoding), optima, regret, cancellationToken);
        Array.Sort(values, outcomes);
        double total = outcomes.Sum(outcome => outcome.Weight);
        if (total <= 0)
        {
            throw new SearchException($"the data hold no cell that the encoding {encoding.Name} draws");
        }

        (_values, _tails, _regrets, _squares) = Group(values, outcomes, total);
    }

    /// <summary>The number of epochs of the evaluations.</summary>
    public int Epochs { get; }

    /// <summary>The mean regret of the incumbent.</summary>
    /// <param name="evaluations">After how many evaluations, at least 1.</param>
    /// <returns>The expected value over all runs.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="evaluations"/> is less than 1.</exception>
    public double ExpectedRegret(long evaluations) => Expect(_regrets, evaluations);

    /// <summary>The standard deviation of the regret over runs, by which the mean of some runs can be judged.</summary>
    /// <param name="evaluations">After how many evaluations, at least 1.</param>
    /// <returns>The deviation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="evaluations"/> is less than 1.</exception>
    public double RegretDeviation(long evaluations)
    {
        double mean = Expect(_regrets, evaluations);
        return Math.Sqrt(Math.Max(Expect(_squares, evaluations) - (mean * mean), 0));
    }

    /// <summary>The mean of the best validation accuracy that a run has seen.</summary>
    /// <param name="evaluations">After how many evaluations, at least 1.</param>
    /// <returns>The expected value over all runs; it grows with each evaluation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="evaluations"/> is less than 1.</exception>
    public double ExpectedValidation(long evaluations) => Expect(_values, evaluations);

    /// <summary>The probability of one evaluation, and what it costs to have it as the incumbent.</summary>
    private readonly record struct Outcome(double Weight, double Regret);

    private (double[] Values, Outcome[] Outcomes) Collect(
        Dataset data, double[] weights, Optima optima, RegretKind regret, CancellationToken cancellationToken)
    {
        RunStore store = data.Store;
        store.PrepareForAllCells(null, cancellationToken);
        int position = store.FindEpochs(Epochs);
        List<double> values = [];
        List<Outcome> outcomes = [];
        foreach (int index in store.Indices)
        {
            if ((index & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int place = store.FindPlace(index);
            int repeats = weights[index] == 0 ? 0 : store.CountRepeatsAt(place, position);
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                Metrics metrics = store.GetMetricsAt(place, index, position, repeat, EvaluationPoint.Final);
                double value = double.IsNaN(metrics.ValidationAccuracy) ? 0 : metrics.ValidationAccuracy;
                var incumbent = new Incumbent(1, 1, 0, 0, index, Epochs, repeat, value, metrics.TestAccuracy);
                values.Add(value);
                outcomes.Add(new Outcome(weights[index] / repeats, optima.Regret(regret, incumbent)));
            }
        }

        return ([.. values], [.. outcomes]);
    }

    /// <summary>Puts evaluations of equal value together: accuracies have few different ones.</summary>
    private static (double[] Values, double[] Tails, double[] Regrets, double[] Squares) Group(double[] values, Outcome[] outcomes, double total)
    {
        List<double> distinct = [];
        List<double> tails = [];
        List<double> regrets = [];
        List<double> squares = [];
        double above = 0;
        for (int end = values.Length; end > 0;)
        {
            int first = end - 1;
            while (first > 0 && values[first - 1] == values[end - 1])
            {
                first--;
            }

            double weight = 0;
            double regret = 0;
            double square = 0;
            foreach (Outcome outcome in outcomes.AsSpan(first, end - first))
            {
                weight += outcome.Weight;
                regret += outcome.Weight * outcome.Regret;
                square += outcome.Weight * outcome.Regret * outcome.Regret;
            }

            distinct.Add(values[first]);
            tails.Add(above / total);
            regrets.Add(regret / weight);
            squares.Add(square / weight);
            above += weight;
            end = first;
        }

        return ([.. distinct], [.. tails], [.. regrets], [.. squares]);
    }

    /// <summary>The mean of something over the values that the best evaluation can have; the greatest value is first.</summary>
    private double Expect(double[] terms, long evaluations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(evaluations, 1);
        double sum = 0;
        double atMost = 1;
        for (int i = 0; i < terms.Length; i++)
        {
            double less = i + 1 < terms.Length ? Math.Exp(evaluations * LogOfRest(_tails[i + 1])) : 0;
            sum += (atMost - less) * terms[i];
            atMost = less;
        }

        return sum;
    }

    /// <summary>ln(1 - p), also where p is too small to change 1.</summary>
    private static double LogOfRest(double p)
    {
        double rest = 1 - p;
        return rest >= 1 ? -p : rest <= 0 ? double.NegativeInfinity : Math.Log(rest) * p / (1 - rest);
    }
}
