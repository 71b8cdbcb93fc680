namespace NasBench.Search;

/// <summary>The classes with the best acquisition among all that were not evaluated: the exact optimum, no sample of candidates.</summary>
/// <remarks>Of classes with equal acquisition, of which a forest has many, a random order decides. For one run and one thread; nothing allocates.</remarks>
internal sealed class ClassChoice(ClassModel model, AcquisitionKind acquisition, int batch)
{
    private readonly double[] _means = new double[ClassModel.BlockLength];
    private readonly double[] _deviations = new double[ClassModel.BlockLength];
    private readonly double[] _scores = new double[ClassModel.BlockLength];
    private readonly int[] _chosen = new int[batch];
    private readonly double[] _chosenScores = new double[batch];
    private int _count;

    /// <summary>The choice, the best first.</summary>
    public ReadOnlySpan<int> Chosen => _chosen.AsSpan(0, _count);

    /// <summary>Chooses, by the model as it is.</summary>
    /// <param name="best">The lowest loss so far.</param>
    /// <param name="seen">The classes that are not chosen.</param>
    /// <param name="random">Makes the draws.</param>
    public void Choose(double best, SeenCells seen, Random random)
    {
        _count = 0;
        var order = new TieOrder(RandomDraws.Bits(random));
        for (int first = 0; first < Nas101.CellCount; first += ClassModel.BlockLength)
        {
            int count = Math.Min(ClassModel.BlockLength, Nas101.CellCount - first);
            Span<double> means = _means.AsSpan(0, count);
            Span<double> deviations = _deviations.AsSpan(0, count);
            Span<double> scores = _scores.AsSpan(0, count);
            model.Predict(first, means, deviations);
            if (acquisition != AcquisitionKind.Ei)
            {
                Acquisition.Score(acquisition, means, deviations, best, random, scores);
            }

            for (int i = 0; i < count; i++)
            {
                double last = _count < batch ? double.PositiveInfinity : _chosenScores[^1];
                double score = acquisition == AcquisitionKind.Ei ? ScoreImprovement(means[i], deviations[i], best, last) : scores[i];
                if (score <= last && !seen.Contains(first + i))
                {
                    Insert(first + i, score, order);
                }
            }
        }
    }

    /// <summary>The score of the expected improvement, or infinity where it is certain to be behind a limit.</summary>
    private static double ScoreImprovement(double mean, double deviation, double best, double limit)
        => ImprovementBound.Of(mean - best, deviation / Acquisition.DeviationDivisor) < -limit * (1 - 1e-9)
            ? double.PositiveInfinity
            : -Acquisition.ExpectedImprovement(mean, deviation / Acquisition.DeviationDivisor, best);

    private void Insert(int index, double score, TieOrder order)
    {
        if (_count == batch && !IsBefore(index, score, batch - 1, order))
        {
            return;
        }

        int place = _count < batch ? _count++ : batch - 1;
        for (; place > 0 && IsBefore(index, score, place - 1, order); place--)
        {
            _chosen[place] = _chosen[place - 1];
            _chosenScores[place] = _chosenScores[place - 1];
        }

        _chosen[place] = index;
        _chosenScores[place] = score;
    }

    private bool IsBefore(int index, double score, int place, TieOrder order)
        => score < _chosenScores[place] || (score == _chosenScores[place] && order.KeyOf(index) < order.KeyOf(_chosen[place]));
}
