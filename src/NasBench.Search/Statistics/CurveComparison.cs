namespace NasBench.Search;

/// <summary>Curves of many runs, compared at the times of a grid.</summary>
public static class CurveComparison
{
    /// <summary>The values of runs at each time.</summary>
    /// <param name="runs">The curves of one algorithm.</param>
    /// <param name="times">The times.</param>
    /// <returns>For each time the value of each run; NaN before a run begins.</returns>
    public static double[][] ValuesAt(IReadOnlyList<StepCurve> runs, ReadOnlySpan<double> times)
    {
        ArgumentNullException.ThrowIfNull(runs);
        double[][] values = new double[times.Length][];
        for (int i = 0; i < values.Length; i++)
        {
            double time = times[i];
            values[i] = [.. runs.Select(run => run.At(time))];
        }

        return values;
    }

    /// <summary>The mean rank of each algorithm at each time: all runs of all algorithms are ranked together, 1 is the least value.</summary>
    /// <param name="algorithms">The curves of the runs of each algorithm; at least one each.</param>
    /// <param name="times">The times; every curve has begun at all of them.</param>
    /// <returns>For each algorithm its mean rank at each time.</returns>
    /// <exception cref="ArgumentException">A curve has not begun at the first time.</exception>
    public static double[][] MeanRanks(IReadOnlyList<IReadOnlyList<StepCurve>> algorithms, ReadOnlySpan<double> times)
    {
        ArgumentNullException.ThrowIfNull(algorithms);
        StepCurve[] runs = [.. algorithms.SelectMany(all => all)];
        double[] ranks = new double[runs.Length];
        double[][] means = new double[algorithms.Count][];
        for (int a = 0; a < means.Length; a++)
        {
            means[a] = new double[times.Length];
        }

        for (int i = 0; i < times.Length; i++)
        {
            double time = times[i];
            Ranks.Assign([.. runs.Select(run => run.At(time))], ranks);
            int first = 0;
            for (int a = 0; a < means.Length; a++)
            {
                means[a][i] = Samples.Mean(ranks.AsSpan(first, algorithms[a].Count));
                first += algorithms[a].Count;
            }
        }

        return means;
    }

    /// <summary>
    /// The expected running time to a target: what all runs spent until they reached it, or in vain, divided by the number of those that did.
    /// </summary>
    /// <param name="runs">The curves of one algorithm.</param>
    /// <param name="target">The target: at most this value.</param>
    /// <param name="spent">What each run spent in all.</param>
    /// <returns>The time, in the units of the curves; infinity where no run reached the target.</returns>
    /// <exception cref="ArgumentException">There is not one number in <paramref name="spent"/> for each run.</exception>
    public static double ExpectedTimeTo(IReadOnlyList<StepCurve> runs, double target, ReadOnlySpan<double> spent)
    {
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Count != spent.Length)
        {
            throw new ArgumentException($"needs what each of {runs.Count} runs spent, not {spent.Length} numbers", nameof(spent));
        }

        double total = 0;
        int successes = 0;
        for (int run = 0; run < runs.Count; run++)
        {
            double time = runs[run].TimeTo(target);
            bool isReached = double.IsFinite(time);
            successes += isReached ? 1 : 0;
            total += isReached ? time : spent[run];
        }

        return successes == 0 ? double.PositiveInfinity : total / successes;
    }
}
