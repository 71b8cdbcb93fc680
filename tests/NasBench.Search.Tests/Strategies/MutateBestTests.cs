namespace NasBench.Search.Tests;

[Trait("Category", "Once")]
public sealed class MutateBestTests
{
    [Theory]
    [InlineData("raw", "some")]
    [InlineData("raw", "one")]
    [InlineData("a-raw9", "one")]
    [InlineData("b", "one")]
    public void Run_AnySettings_IsTheRunOfTheTwin(string encodingName, string mutation)
    {
        SearchEncoding encoding = SearchEncoding.Find(encodingName)!;
        var strategy = new MutateBest(StrategyLoop.Context("mutate-best", encoding, seed: 9, settings: ("mutation", mutation)));
        List<(Proposal Proposal, Answer Answer)> run = StrategyLoop.Run(strategy, 300);

        var random = new SplitMixRandom(9);
        var told = new List<(ulong Genotype, double Loss)>();
        foreach ((Proposal proposal, Answer answer) in run)
        {
            // The first of the best is the oldest of them: the sort is stable.
            ulong[] best = [.. told.Where(one => one.Loss < 1).OrderBy(one => one.Loss).Take(1).Select(one => one.Genotype)];
            ulong expected;
            if (told.Count < 10 || best.Length == 0)
            {
                expected = encoding.Draw(random);
            }
            else if (mutation == "one")
            {
                expected = encoding.Change(best[0], random);
            }
            else
            {
                encoding.TryChangeSome(best[0], 1 / 21.0, 1 / 5.0, random, out expected);
            }

            Assert.Equal(expected, proposal.Token);
            Assert.Equal(encoding.Decode(expected, out int index), proposal.Cell);
            Assert.Equal(index, proposal.Index);
            told.Add((expected, answer.Loss));
        }
    }

    [Fact]
    public void Create_MutationSomeWithoutEdges_Throws()
        => Assert.Throws<SearchException>(() => new MutateBest(StrategyLoop.Context("mutate-best", SearchEncoding.B)));
}
