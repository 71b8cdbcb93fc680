using NasBench.Data;
using NasBench.Search.Tests.Statistics;

namespace NasBench.Search.Tests;

/// <summary>Search with two objectives.</summary>
[Trait("Category", "Once")]
public sealed class ParetoEvolutionTests
{
    public static TheoryData<string, string> AllKinds => new MatrixTheoryData<string, string>(["re", "nre"], ["accuracy,parameters", "accuracy,time"]);

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Run_SmallPopulation_AsTheSlowTwin(string algorithm, string objectives)
    {
        foreach (string encoding in (string[])["a-raw9", "raw", "class"])
        {
            SearchPlan plan = Plan(algorithm, objectives, encoding);
            RunResult result = Run(plan);

            Assert.Equal(Twin(plan, result.Records.Count), result.Records.Select(record => (record.Index, (int)record.Repeat)));
        }
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Front_OfARun_IsThatOfAllItsEvaluations(string algorithm, string objectives)
    {
        foreach (string name in (string[])[algorithm, "random", "hyperband"])
        {
            SearchPlan plan = Plan(name, objectives, "a-raw9");
            RunResult result = Run(plan);
            FrontPoint[] all =
            [
                .. result.Records.Where(record => record is { Index: >= 0, Epochs: 108 }).Select(record =>
                {
                    Metrics metrics = SyntheticData.Whole.GetRun(Nas101.CellAt(record.Index), 108, record.Repeat).Final;
                    double second = plan.Objectives == SearchObjectives.AccuracyTime ? metrics.TrainingTime : CellCosts.TrainableParametersAt(record.Index);
                    return new FrontPoint(record.Index, record.Repeat, metrics.ValidationAccuracy, second);
                }),
            ];

            Assert.NotEmpty(result.Front);
            Assert.Equal(
                all.Where(point => !all.Any(other => Pair(other).Dominates(Pair(point)))).DistinctBy(Pair).OrderByDescending(point => point.ValidationAccuracy),
                result.Front);
        }

        static ObjectivePair Pair(FrontPoint point) => new(1 - point.ValidationAccuracy, point.Second);
    }

    [Theory]
    [InlineData("accuracy,parameters")]
    [InlineData("accuracy,time")]
    public void Hypervolume_OfRuns_IsAPartOfTheExactOne(string objectives)
    {
        ObjectiveNames.TryParse(objectives, out SearchObjectives wanted);
        var table = new ObjectiveTable(SyntheticData.Whole, SyntheticData.Optima, wanted, TestContext.Current.CancellationToken);
        SearchPlan plan = Plan("re", objectives, "a-raw9") with { Runs = 3 };
        SearchedData data = SearchedData.Create(SyntheticData.Whole, SyntheticData.Optima, Provenance.Synthetic) with { Scale = table.Scale };
        ScoredRun[] runs = [.. Enumerable.Range(0, 3).Select(run => ScoredRun.Create(SyntheticData.Whole, SyntheticData.Optima, Run(plan, run), table))];

        FrontSummary fronts = new ExperimentSummary(plan, data, [runs]).Algorithms[0].Fronts!;

        Assert.InRange(fronts.Relative!.Value.Min, 0, 1);
        Assert.InRange(fronts.Relative.Value.Max, fronts.Relative.Value.Min, 1);
        foreach ((int run, double hypervolume, IReadOnlyList<ScoredFrontPoint> points) in fronts.Fronts)
        {
            Assert.Equal(ByInclusionAndExclusion([.. points.Take(12).Select(point => point.Judged)], table.Scale.Reference),
                ParetoFront.Hypervolume(points.Take(12).Select(point => point.Judged), table.Scale.Reference), table.Scale.Exact * 1e-9);
            Assert.Equal(runs[run].Front, points);
            Assert.True(hypervolume <= table.Scale.Exact);
        }

        // No cell of the table dominates a point of the exact front.
        Assert.All(table.Front, point => Assert.DoesNotContain(
            Enumerable.Range(0, 20_000), index => table[index * 21].Dominates(point)));
    }

    [Fact]
    public void Run_OneObjective_HasNoFront() => Assert.Empty(Run(Plan("re", "accuracy", "a-raw9")).Front);

    [Theory]
    [InlineData(new[] { 1.0, 2, 2, 1 }, 3, 3, 3.0)]
    [InlineData(new[] { 0.0, 0 }, 3, 2, 6.0)]
    [InlineData(new[] { 4.0, 0 }, 3, 2, 0.0)]
    public void ByInclusionAndExclusion_KnownAreas(double[] points, double first, double second, double area)
        => Assert.Equal(area, ByInclusionAndExclusion([.. points.Chunk(2).Select(pair => new ObjectivePair(pair[0], pair[1]))], new(first, second)));

    private static double ByInclusionAndExclusion(ObjectivePair[] points, ObjectivePair reference)
    {
        double area = 0;
        for (int subset = 1; subset < 1 << points.Length; subset++)
        {
            ObjectivePair[] chosen = [.. points.Where((_, i) => (subset >> i & 1) == 1)];
            double width = Math.Max(reference.First - chosen.Max(point => point.First), 0);
            double height = Math.Max(reference.Second - chosen.Max(point => point.Second), 0);
            area += (chosen.Length % 2 == 1 ? 1 : -1) * width * height;
        }

        return area;
    }

    /// <summary>The same search with lists, and ranks by all pairs.</summary>
    private static IEnumerable<(int Index, int Repeat)> Twin(SearchPlan plan, int steps)
    {
        const int Size = 8;
        PlannedAlgorithm planned = plan.Algorithms[0];
        Random random = RandomStreams.Create(plan.Seed, planned.Algorithm.Name, 0, StreamPurpose.Proposals);
        Random repeats = RandomStreams.Create(plan.Seed, planned.Algorithm.Name, 0, StreamPurpose.Repeats);
        List<(ulong Genotype, ObjectivePair Value)> population = [];
        for (int step = 0; step < steps; step++)
        {
            Cell cell;
            int index;
            ulong genotype;
            if (step < Size)
            {
                genotype = planned.Encoding.Draw(random, out cell, out index);
            }
            else
            {
                int parent = -1;
                for (int draw = 0; draw < 3; draw++)
                {
                    int drawn = RandomDraws.Below(random, population.Count);
                    parent = parent < 0 || IsBetter(population, drawn, parent) ? drawn : parent;
                }

                genotype = planned.Encoding.Change(population[parent].Genotype, random, out cell, out index);
            }

            int repeat = -1;
            ObjectivePair value = new(1, double.PositiveInfinity);
            if (index >= 0)
            {
                repeat = RandomDraws.Below(repeats, 3);
                Metrics metrics = SyntheticData.Whole.GetRun(Nas101.CellAt(index), 108, repeat).Final;
                value = new(
                    1 - metrics.ValidationAccuracy,
                    plan.Objectives == SearchObjectives.AccuracyTime ? metrics.TrainingTime : CellCosts.TrainableParametersAt(index));
            }

            yield return (index, repeat);
            population.Add((genotype, value));
            if (population.Count > Size)
            {
                int dies = 0;
                for (int member = 1; planned.Algorithm.Name == "nre" && member <= Size; member++)
                {
                    dies = IsBetter(population, dies, member) ? member : dies;
                }

                population.RemoveAt(dies);
            }
        }
    }

    private static bool IsBetter(List<(ulong Genotype, ObjectivePair Value)> population, int one, int other)
    {
        ObjectivePair[] values = [.. population.Select(member => member.Value)];
        int[] ranks = ReferencePareto.Ranks(values);
        double[] crowding = ReferencePareto.Crowding(values);
        return ranks[one] < ranks[other] || (ranks[one] == ranks[other] && crowding[one] > crowding[other]);
    }

    private static SearchPlan Plan(string algorithm, string objectives, string encoding)
    {
        ObjectiveNames.TryParse(objectives, out SearchObjectives wanted);
        KeyValuePair<string, string>[] changes = algorithm is "re" or "nre" ? [new("population_size", "8"), new("tournament_size", "3")] : [];
        return new SearchPlan
        {
            Algorithms = [PlannedAlgorithm.Create(algorithm, SearchProfile.Paper, encoding, changes)],
            Budget = SearchBudget.Evaluations(150),
            Seed = 4,
            Objectives = wanted,
        };
    }

    private static RunResult Run(SearchPlan plan, int run = 0) => new Experiment(SyntheticData.Whole, plan).Run(new RunId(0, run), keepsRecords: true);
}
