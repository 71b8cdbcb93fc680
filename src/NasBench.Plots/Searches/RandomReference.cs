using NasBench.Analysis;
using NasBench.Data;
using NasBench.Search;
using OxyPlot;

namespace NasBench.Plots;

/// <summary>The mean regret of random search in closed form, over what a budget counts.</summary>
internal static class RandomReference
{
    private const int Points = 240;

    /// <summary>Its curve.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="landscape">Its columns.</param>
    /// <param name="searches">The runs that it stands beside.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>Its points, with time at the mean cost of an evaluation; none where the data do not allow it.</returns>
    public static IReadOnlyList<DataPoint> Create(Dataset data, Landscape landscape, SearchSet searches, CancellationToken cancellation)
    {
        SearchedRuns drawn = searches.Groups.FirstOrDefault(group => group.Algorithm.Algorithm.Name == "random") ?? searches.Groups[0];
        SearchEncoding encoding = drawn.Algorithm.Encoding;
        double cost = searches.Budget.Unit switch
        {
            BudgetUnit.Seconds => MeanTime(landscape, ClassWeights.Of(encoding)),
            BudgetUnit.Evaluations => 1,
            _ => landscape.Longest.Epochs,
        };
        double most = searches.Budget.Limit / cost;
        if (!(most >= 1))
        {
            return [];
        }

        var oracle = new RandomSearchOracle(data, encoding, new Optima(data, cancellation), searches.Regret, 0, cancellation);
        long[] counts =
        [
            .. Enumerable.Range(0, Points + 1).Select(i => (long)Math.Pow(most, i / (double)Points)).Append((long)most).Distinct().Order(),
        ];
        List<DataPoint> points = [];
        foreach (long count in counts)
        {
            points.Add(new DataPoint(count * cost, oracle.ExpectedRegret(count)));
        }

        return points;
    }

    private static double MeanTime(Landscape landscape, double[] weights)
    {
        double sum = 0;
        double total = 0;
        foreach (int index in landscape.Cells)
        {
            double time = landscape.Longest.TrainingTime[index];
            if (!double.IsNaN(time))
            {
                sum += weights[index] * time;
                total += weights[index];
            }
        }

        return sum / total;
    }
}
