namespace NasBench.Search.Tests;

public sealed class AllStrategiesTests
{
    public static TheoryData<string> Names =>
        ["annealing", "mutate-best", "bananas", "reinforce", "tpe", "halving", "hyperband", "bohb", "predictor", "smac", "asha", "dehb"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_EveryProfile_SameSeedSameProposals(string name)
    {
        SearchAlgorithm algorithm = SearchAlgorithms.Find(name)!;
        foreach (SearchProfile profile in ProfileTable.ProfilesOf(name))
        {
            StrategySettings settings = PlannedAlgorithm.Create(name, profile, changes: QuickSettings.Of(name)).Settings;
            SearchEncoding encoding = SearchEncoding.Find(settings.Word("encoding"))!;
            Assert.True(algorithm.RunsOn(encoding));
            List<(Proposal Proposal, Answer Answer)>[] runs =
            [
                .. Enumerable.Range(0, 2).Select(_ => StrategyLoop.Run(
                    algorithm.Create(new StrategyContext(encoding, settings, StrategyLoop.AllEpochs, new SplitMixRandom(3), new SplitMixRandom(4))), 300)),
            ];

            Assert.Equal(300, runs[0].Count);
            Assert.Equal(runs[0], runs[1]);
            Assert.All(runs[0], step => Assert.Contains(step.Proposal.Epochs, StrategyLoop.AllEpochs));
        }
    }
}
