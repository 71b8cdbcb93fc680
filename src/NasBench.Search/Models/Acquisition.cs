namespace NasBench.Search;

/// <summary>The acquisition functions of BANANAS and naszilla (<c>acquisition_functions.py</c>), for losses: the lowest score is the choice.</summary>
internal static class Acquisition
{
    /// <summary>How many standard deviations the confidence bound lies below the mean.</summary>
    private const double Exploration = 0.5;

    /// <summary>The expected improvement of naszilla and NASLib divides the standard deviation by this.</summary>
    public const double DeviationDivisor = 5;

    /// <summary>The function of a name: mean, ucb, ei or its.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static AcquisitionKind Find(string name) => name switch
    {
        "mean" => AcquisitionKind.Mean,
        "ucb" => AcquisitionKind.Ucb,
        "ei" => AcquisitionKind.Ei,
        "its" => AcquisitionKind.Its,
        _ => throw new ArgumentException($"there is no acquisition '{name}'", nameof(name)),
    };

    /// <summary>Scores predictions.</summary>
    /// <param name="kind">The function.</param>
    /// <param name="means">The expected losses.</param>
    /// <param name="deviations">Their standard deviations, 0 or more.</param>
    /// <param name="best">The lowest loss so far, in the unit of the means; only the expected improvement asks for it.</param>
    /// <param name="random">Makes the draws of <see cref="AcquisitionKind.Its"/>, one or more for each prediction; the others make none.</param>
    /// <param name="scores">Receives a score for each prediction; the lowest is the best one.</param>
    public static void Score(
        AcquisitionKind kind, ReadOnlySpan<double> means, ReadOnlySpan<double> deviations, double best, Random random, Span<double> scores)
    {
        for (int i = 0; i < means.Length; i++)
        {
            scores[i] = kind switch
            {
                AcquisitionKind.Ucb => means[i] - (Exploration * deviations[i]),
                AcquisitionKind.Ei => -ExpectedImprovement(means[i], deviations[i] / DeviationDivisor, best),
                AcquisitionKind.Its => means[i] + (deviations[i] * CategoricalDraws.Normal(random)),
                _ => means[i],
            };
        }
    }

    /// <summary>The places of the lowest scores, the lowest first; of equal scores the lower place first. An infinite score, or NaN, is none.</summary>
    /// <param name="scores">Scores.</param>
    /// <param name="places">Receives the places; it is as long as places are wanted.</param>
    /// <returns>How many there are.</returns>
    public static int FindLowest(ReadOnlySpan<double> scores, Span<int> places)
    {
        int count = 0;
        for (int place = 0; place < scores.Length; place++)
        {
            double score = scores[place];
            if (!double.IsFinite(score) || (count == places.Length && (count == 0 || score >= scores[places[count - 1]])))
            {
                continue;
            }

            count = Math.Min(count + 1, places.Length);
            int position = count - 1;
            for (; position > 0 && scores[places[position - 1]] > score; position--)
            {
                places[position] = places[position - 1];
            }

            places[position] = place;
        }

        return count;
    }

    /// <summary>How much a loss drawn from a normal distribution lies below the best one on average, where it lies below it.</summary>
    public static double ExpectedImprovement(double mean, double deviation, double best)
    {
        if (deviation <= 0)
        {
            return Math.Max(best - mean, 0);
        }

        double limit = (best - mean) / deviation;
        double density = Math.Exp(-0.5 * limit * limit) / Math.Sqrt(2 * Math.PI);
        return deviation * ((limit * NormalDistribution.Below(limit)) + density);
    }
}
