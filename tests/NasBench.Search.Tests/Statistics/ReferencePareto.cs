namespace NasBench.Search.Tests.Statistics;

/// <summary>Ranks and crowding distances as they are defined, by all pairs.</summary>
internal static class ReferencePareto
{
    public static int[] Ranks(IReadOnlyList<ObjectivePair> points)
    {
        int[] ranks = [.. points.Select(_ => -1)];
        for (int rank = 0; ranks.Contains(-1); rank++)
        {
            int[] left = [.. Enumerable.Range(0, points.Count).Where(i => ranks[i] < 0)];
            foreach (int i in left.Where(i => !left.Any(j => points[j].Dominates(points[i]))).ToArray())
            {
                ranks[i] = rank;
            }
        }

        return ranks;
    }

    public static double[] Crowding(IReadOnlyList<ObjectivePair> points)
    {
        double[] crowding = new double[points.Count];
        int[] ranks = Ranks(points);
        foreach (int rank in ranks.Distinct())
        {
            int[] front = [.. Enumerable.Range(0, points.Count).Where(i => ranks[i] == rank).OrderBy(i => points[i].First)];
            foreach (Func<ObjectivePair, double> objective in (Func<ObjectivePair, double>[])[point => point.First, point => point.Second])
            {
                double range = Math.Abs(objective(points[front[^1]]) - objective(points[front[0]]));
                for (int i = 1; i + 1 < front.Length; i++)
                {
                    double distance = Math.Abs(objective(points[front[i + 1]]) - objective(points[front[i - 1]]));
                    crowding[front[i]] += range > 0 && double.IsFinite(range) ? distance / range : 0;
                }
            }

            crowding[front[0]] = double.PositiveInfinity;
            crowding[front[^1]] = double.PositiveInfinity;
        }

        return crowding;
    }
}
