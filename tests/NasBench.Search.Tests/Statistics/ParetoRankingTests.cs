using CsCheck;

namespace NasBench.Search.Tests.Statistics;

[Trait("Category", "Once")]
public sealed class ParetoRankingTests
{
    private static readonly Gen<ObjectivePair[]> s_points =
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8])
            .Select((first, second) => first == 8 ? new ObjectivePair(1, double.PositiveInfinity) : new(first / 10.0, second))
            .Array[1, 40];

    [Fact]
    public void Rank_AnyPoints_AsByDefinition()
    {
        var ranking = new ParetoRanking(40);
        s_points.Sample(
            points =>
            {
                ranking.Rank(points);

                Assert.Equal(ReferencePareto.Ranks(points), ranking.Ranks[..points.Length].ToArray());
                Assert.Equal(ReferencePareto.Crowding(points), ranking.Crowding[..points.Length].ToArray());
            },
            threads: 1);
    }

    [Fact]
    public void Add_AnyEvaluations_KeepsTheFrontAndOfEqualOnesTheOldest()
    {
        s_points.Sample(points =>
        {
            var archive = new FrontArchive();
            for (int i = 0; i < points.Length; i++)
            {
                archive.Add(points[i], new FrontPoint(i, 0, 1 - points[i].First, points[i].Second));
            }

            int[] expected =
            [
                .. Enumerable.Range(0, points.Length)
                    .Where(i => !points.Any(other => other.Dominates(points[i])) && Array.IndexOf(points, points[i]) == i)
                    .OrderBy(i => points[i].First),
            ];
            Assert.Equal(expected, archive.Points.Select(point => point.Index));
        });
    }
}
