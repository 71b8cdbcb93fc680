using CsCheck;

namespace NasBench.Search.Tests.Models;

[Trait("Category", "Once")]
public sealed class AcquisitionTests
{
    [Fact]
    public void Score_MeanAndBound_AreTheirFormulas()
    {
        Assert.Equal([5, 6], Score("mean", [5, 6], [1, 2], best: 5));
        Assert.Equal([4.5, 5], Score("ucb", [5, 6], [1, 2], best: 5));
    }

    [Fact]
    public void Score_ExpectedImprovement_IsTheMeanOfManyDraws()
    {
        const int Draws = 200_000;
        var random = new SplitMixRandom(3);
        foreach ((double mean, double deviation) in ((double, double)[])[(6, 5), (5, 2.5), (4.5, 1)])
        {
            double sum = 0;
            for (int i = 0; i < Draws; i++)
            {
                sum += Math.Max(5 - (mean + (deviation / 5 * CategoricalDraws.Normal(random))), 0);
            }

            // The standard error is below 0.0015.
            Assert.Equal(-sum / Draws, Score("ei", [mean], [deviation], best: 5)[0], 0.008);
        }
    }

    [Fact]
    public void Score_ExpectedImprovementWithoutDeviation_IsTheImprovement() => Assert.Equal([-0.5, 0, 0], Score("ei", [4.5, 5, 6], [0, 0, 0], best: 5));

    [Fact]
    public void Score_ThompsonSampling_IsDrawnFromThePrediction()
    {
        double[] scores = Score("its", [.. Enumerable.Repeat(6.0, 100_000)], [.. Enumerable.Repeat(2.0, 100_000)], best: 5);
        double mean = scores.Average();

        Assert.Equal(6, mean, 0.03);
        Assert.Equal(2, Math.Sqrt(scores.Average(score => (score - mean) * (score - mean))), 0.03);
        Assert.Equal([6.0, 7.0], Score("its", [6, 7], [0, 0], best: 5));
    }

    [Fact]
    public void FindLowest_AnyScores_FirstOfTheStableOrder()
    {
        Gen<double> score = Gen.OneOf(Gen.Int[0, 5].Select(number => (double)number), Gen.Const(double.PositiveInfinity), Gen.Const(double.NaN));
        Gen.Select(score.Array[0, 30], Gen.Int[0, 10]).Sample((scores, wanted) =>
        {
            var places = new int[wanted];
            int count = Acquisition.FindLowest(scores, places);
            IEnumerable<int> finite = Enumerable.Range(0, scores.Length).Where(place => double.IsFinite(scores[place]));
            int[] expected = [.. finite.OrderBy(place => scores[place]).Take(wanted)];

            Assert.Equal(expected, places[..count]);
        });
    }

    [Fact]
    public void Find_UnknownName_Throws() => Assert.Throws<ArgumentException>(() => Acquisition.Find("pi"));

    private static double[] Score(string name, double[] means, double[] deviations, double best)
    {
        var scores = new double[means.Length];
        Acquisition.Score(Acquisition.Find(name), means, deviations, best, new SplitMixRandom(1), scores);
        return scores;
    }
}
