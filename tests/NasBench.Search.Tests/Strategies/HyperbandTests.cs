namespace NasBench.Search.Tests;

public sealed class HyperbandTests
{
    private static readonly (int Count, int Epochs)[] s_cycle =
        [(27, 4), (9, 12), (3, 36), (1, 108), (9, 12), (3, 36), (1, 108), (6, 36), (2, 108), (4, 108)];

    [Theory]
    [InlineData("a-raw9")]
    [InlineData("class")]
    [InlineData("c")]
    public void TryAsk_TwoCycles_RungsOfTheTableAndTheLowestGoOn(string encoding)
    {
        var strategy = new Hyperband(StrategyLoop.Context("hyperband", SearchEncoding.Find(encoding)!));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, 130);

        Assert.Equal(3_240, done.Sum(step => step.Proposal.Epochs));
        int start = 0;
        for (int cycle = 0; cycle < 2; cycle++)
        {
            List<(Proposal Proposal, Answer Answer)> last = [];
            foreach ((int count, int epochs) in s_cycle)
            {
                List<(Proposal Proposal, Answer Answer)> rung = done.GetRange(start, count);
                Assert.All(rung, step => Assert.Equal(epochs, step.Proposal.Epochs));
                if (last.Count > 0 && count == Math.Max(last.Count / 3, 1) && last[0].Proposal.Epochs * 3 == epochs)
                {
                    Cell[] lowest =
                    [
                        .. last.Select((step, place) => (step.Answer.Loss, Place: place)).OrderBy(member => member.Loss).Take(count)
                            .Select(member => member.Place).Order().Select(place => last[place].Proposal.Cell),
                    ];
                    Assert.Equal(lowest, rung.Select(step => step.Proposal.Cell));
                }

                last = epochs == 108 ? [] : rung;
                start += count;
            }
        }
    }

    [Fact]
    public void Tell_EqualLosses_TheFirstDrawnGoOn()
    {
        var strategy = new Hyperband(StrategyLoop.Context("hyperband", SearchEncoding.Class));
        var cells = new List<Cell>();
        for (int step = 0; step < 36; step++)
        {
            Assert.True(strategy.TryAsk(out Proposal proposal));
            cells.Add(proposal.Cell);
            strategy.Tell(proposal, new Answer(step % 27 == 26 ? 0.1 : 0.5, 0.5, 1, 0));
        }

        Assert.Equal([.. cells[..8], cells[26]], cells[27..]);
    }

    [Theory]
    [InlineData(new[] { 108 }, "3", "0", "36, 108")]
    [InlineData(new[] { 4, 12, 108 }, "3", "0", "4, 12, 36, 108")]
    [InlineData(new[] { 4, 12, 36, 108 }, "2", "0", "27, 54, 108")]
    [InlineData(new[] { 4, 12, 36, 108 }, "5", "0", "108")]
    public void Create_RungMissing_NamesWhatIsNeededAndThere(int[] epochs, string eta, string least, string needed)
    {
        SearchException exception = Assert.Throws<SearchException>(
            () => new Hyperband(StrategyLoop.Context("hyperband", SearchEncoding.A, epochs: epochs, settings: [("eta", eta), ("min_epochs", least)])));

        Assert.Contains($"data of {needed} epochs", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($"have {string.Join(", ", epochs)}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "0", "0", new[] { 4, 12, 36, 108 })]
    [InlineData("3", "36", "0", new[] { 36, 108 })]
    [InlineData("9", "0", "0", new[] { 12, 108 })]
    [InlineData("3", "0", "12", new[] { 4, 12 })]
    public void Create_Settings_LadderByWholeNumbers(string eta, string least, string epochs, int[] expected)
    {
        RungLadder ladder = RungLadder.Create(
            "hyperband", StrategyLoop.Context("hyperband", SearchEncoding.A, settings: [("eta", eta), ("min_epochs", least), ("epochs", epochs)]));

        Assert.Equal(expected, Enumerable.Range(0, ladder.Count).Select(rung => ladder[rung]));
    }

    [Theory]
    [InlineData("0", new[] { 27, 9, 3, 1 })]
    [InlineData("1", new[] { 9, 3, 1 })]
    [InlineData("3", new[] { 4 })]
    public void Halving_OneBracket_AgainAndAgain(string bracket, int[] counts)
    {
        var strategy = new SuccessiveHalving(StrategyLoop.Context("halving", SearchEncoding.A, settings: [("bracket", bracket)]));
        int[] epochs = [.. counts.SelectMany((count, rung) => Enumerable.Repeat(StrategyLoop.AllEpochs[rung + 4 - counts.Length], count))];

        Assert.Equal([.. epochs, .. epochs], StrategyLoop.Run(strategy, 2 * epochs.Length).Select(step => step.Proposal.Epochs));
    }

    [Fact]
    public void Halving_BracketThatIsNotThere_Throws()
        => Assert.Throws<SearchException>(() => new SuccessiveHalving(StrategyLoop.Context("halving", SearchEncoding.A, settings: [("bracket", "4")])));
}
