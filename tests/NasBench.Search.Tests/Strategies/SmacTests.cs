using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

public sealed class SmacTests
{
    [Theory]
    [InlineData("a-raw9", 5, 1, 0.33, 40, 1)]
    [InlineData("a", 3, 1, 0, 40, 2)]
    [InlineData("a-raw9", 10, 4, 0.33, 40, 3)]
    [InlineData("a", 2, 3, 0.1, 40, 4)]
    [InlineData("b", 2, 1, 0.33, 15, 5)]
    public void Run_ShortRun_ProposalsOfTheNaiveTwin(string encodingName, int trees, int maxEvaluations, double randomShare, int races, ulong seed)
    {
        SearchEncoding encoding = SearchEncoding.Find(encodingName)!;
        StrategyContext context = Context(encoding, seed, trees, maxEvaluations, randomShare);
        var proposed = new List<Proposal>();
        var configuration = new double[encoding.Parameters.Length];
        var twin = new NaiveSmac(
            Context(encoding, seed, trees, maxEvaluations, randomShare),
            maxEvaluations,
            localSearches: 3,
            candidates: 60,
            randomShare,
            new ForestSettings(trees, 5.0 / 6, 3, 3, 20),
            asked =>
            {
                var proposal = new Proposal(encoding.Decode(asked, out int index), index, 108);
                proposed.Add(proposal);
                return StrategyLoop.Evaluate(proposal, proposed.Count - 1).Loss;
            });
        twin.Run(races);

        var strategy = new Smac(context);
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, proposed.Count);

        Assert.True(proposed.Count > races);
        Assert.Equal(proposed, done.Select(step => step.Proposal));
        Assert.Equal(twin.Incumbent.Losses.Average(), strategy.Known.MeanLoss(strategy.Best), 1e-12);
    }

    [Fact]
    public void TryAsk_Scripts_IncumbentIsEvaluatedFourTimes()
    {
        var strategy = new Smac(Context(SearchEncoding.A, 7, 5, 4, 0.33));
        StrategyLoop.Run(strategy, 200);

        Assert.Equal(4, strategy.Known.RunCount(strategy.Best));
        for (int entry = 0; entry < strategy.Known.Count; entry++)
        {
            Assert.InRange(strategy.Known.RunCount(entry), 1, 4);
        }
    }

    [Fact]
    public void TryAsk_Paper_NoConfigurationTwice()
    {
        var strategy = new Smac(Context(SearchEncoding.ARaw9, 8, 5, 1, 0.33));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, 400);

        Assert.Equal(400, done.Select(step => step.Proposal.Cell).Distinct().Count());
        Assert.Equal(400, strategy.Known.Count);
        Assert.Equal(done.Min(step => step.Answer.Loss), strategy.Known.MeanLoss(strategy.Best));
    }

    [Fact]
    public void TryAsk_EncodingRaw_OnlyValidCells()
    {
        var strategy = new Smac(Context(SearchEncoding.Raw, 9, 5, 1, 0.33));
        Assert.All(StrategyLoop.Run(strategy, 150), step => Assert.True(step.Proposal.IsValid));
    }

    [Fact]
    public void TryAsk_Numbers_FindsBetterCellsThanAtFirst()
    {
        var strategy = new Smac(Context(SearchEncoding.C, 10, 5, 1, 0.33));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, 120);

        Assert.Equal(120, done.Count);
        Assert.True(done.Skip(60).Count(step => step.Proposal.IsValid) > done.Take(60).Count(step => step.Proposal.IsValid));
    }

    [Fact]
    public void Create_EncodingWithoutParameters_Throws()
        => Assert.Throws<SearchException>(() => new Smac(StrategyLoop.Context("smac", SearchEncoding.Class)));

    [Fact]
    public void TryAsk_Warm_AllocatesNothing()
    {
        var strategy = new Smac(StrategyLoop.Context("smac", SearchEncoding.ARaw9));
        Step(strategy, 140);
        AllocationAssert.AllocatesNothing(() => Step(strategy, 20));
    }

    private static void Step(Smac strategy, int count)
    {
        for (int i = 0; i < count && strategy.TryAsk(out Proposal proposal); i++)
        {
            strategy.Tell(proposal, proposal.IsValid ? new Answer(0.05 + (proposal.Index % 100 * 0.001), 0.9, 1, 0) : Answer.Invalid);
        }
    }

    private static StrategyContext Context(SearchEncoding encoding, ulong seed, int trees, int maxEvaluations, double randomShare) => StrategyLoop.Context(
        "smac",
        encoding,
        seed,
        null,
        ("trees", trees.ToString()),
        ("max_evaluations", maxEvaluations.ToString()),
        ("random_share", randomShare.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("local_searches", "3"),
        ("random_candidates", "60"));
}
