namespace NasBench.Search.Tests;

public sealed class DehbTests
{
    [Theory]
    [InlineData("a-raw9")]
    [InlineData("raw")]
    [InlineData("c")]
    public void TryAsk_ThreeCycles_RungsLikeHyperband(string encodingName)
    {
        SearchEncoding encoding = SearchEncoding.Find(encodingName)!;
        var strategy = new Dehb(StrategyLoop.Context("dehb", encoding));
        var hyperband = new Hyperband(StrategyLoop.Context("hyperband", encoding));

        Assert.Equal([27, 9, 6, 4], strategy.Populations.Select(population => population.Size));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, 195);
        Assert.Equal(StrategyLoop.Run(hyperband, 195).Select(step => step.Proposal.Epochs), done.Select(step => step.Proposal.Epochs));
        Assert.All(done, step => Assert.True(step.Proposal.IsValid || !encoding.RejectsInvalid));
        Assert.All(strategy.Populations, population => Assert.All(population.Losses, loss => Assert.InRange(loss, 0, 1)));
        Assert.All(strategy.Populations.SelectMany(population => population.Genomes).SelectMany(genome => genome), gene => Assert.InRange(gene, 0, 1 - 1e-16));
    }

    [Fact]
    public void TryAsk_FirstBracket_TheBestGoOn()
    {
        var strategy = new Dehb(StrategyLoop.Context("dehb", SearchEncoding.Raw));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, 40);

        AssertPromoted(done[..27], done[27..36]);
        AssertPromoted(done[27..36], done[36..39]);
        AssertPromoted(done[36..39], done[39..40]);
    }

    [Fact]
    public void TryAsk_SecondBracket_WhatTheHigherPopulationHasIsSkipped()
    {
        var strategy = new Dehb(StrategyLoop.Context("dehb", SearchEncoding.Raw));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, 49);
        EvolvingPopulation lower = strategy.Populations[1];
        EvolvingPopulation upper = strategy.Populations[2];
        Cell[] expected =
        [
            .. Enumerable.Range(0, 9).OrderBy(slot => lower.Losses[slot]).Select(slot => lower.Cells[slot]).Where(cell => !upper.Contains(cell)).Take(3),
        ];

        Assert.Equal(3, expected.Length);
        Assert.Equal(expected, StrategyLoop.Run(strategy, 3).Select(step => step.Proposal.Cell));
    }

    [Fact]
    public void Tell_Later_ChildReplacesTheMemberOfItsSlotIfNotWorse()
    {
        var strategy = new Dehb(StrategyLoop.Context("dehb", SearchEncoding.Raw));
        StrategyLoop.Run(strategy, 65);
        double[] before = [.. strategy.Populations[0].Losses];
        for (int slot = 0; slot < 27; slot++)
        {
            Assert.True(strategy.TryAsk(out Proposal proposal));
            double loss = slot % 3 == 0 ? before[slot] : slot % 3 == 1 ? before[slot] + 0.01 : before[slot] - 0.01;
            strategy.Tell(proposal, new Answer(loss, 1 - loss, 1, 0));

            Assert.Equal(Math.Min(loss, before[slot]), strategy.Populations[0].Losses[slot]);
            Assert.Equal(slot % 3 != 1, strategy.Populations[0].Cells[slot] == proposal.Cell);
        }
    }

    [Fact]
    public void TryAsk_CrossoverOfOne_ChildIsTheMutantOfTheBestOfItsParents()
    {
        // F = 0 and CR = 1: a child is one of the parents, which at the lowest rung are the population itself.
        var strategy = new Dehb(StrategyLoop.Context(
            "dehb", SearchEncoding.Raw, settings: [("mutation_factor", "0"), ("crossover", "1")]));
        StrategyLoop.Run(strategy, 65);
        Cell[] lowest = [.. strategy.Populations[0].Cells];
        for (int step = 0; step < 27; step++)
        {
            Assert.True(strategy.TryAsk(out Proposal proposal));
            Assert.Contains(proposal.Cell, lowest);
            strategy.Tell(proposal, new Answer(1, 0, 1, 0));
        }

        // At the next rung they are its nine best.
        EvolvingPopulation population = strategy.Populations[0];
        Cell[] best = [.. Enumerable.Range(0, 27).OrderBy(slot => population.Losses[slot]).Take(9).Select(slot => population.Cells[slot])];
        Assert.All(StrategyLoop.Run(strategy, 9), step => Assert.Contains(step.Proposal.Cell, best));
    }

    [Fact]
    public void Create_EncodingWithoutParameters_Throws()
        => Assert.Throws<SearchException>(() => new Dehb(StrategyLoop.Context("dehb", SearchEncoding.Class)));

    private static void AssertPromoted(List<(Proposal Proposal, Answer Answer)> lower, List<(Proposal Proposal, Answer Answer)> upper)
        => Assert.Equal(
            lower.OrderBy(step => step.Answer.Loss).Select(step => step.Proposal.Cell).Distinct().Take(upper.Count),
            upper.Select(step => step.Proposal.Cell));
}
