namespace NasBench.Search.Tests;

public sealed class AshaTests
{
    [Fact]
    public void TryAsk_PromotionByOneWorker_HandWorkedCase()
    {
        Asha strategy = Create("promotion");

        // Trial and loss; with three at a rung its best goes on, and the older of equal ones.
        Assert.Equal((0, 0), Step(strategy, 0.5));
        Assert.Equal((1, 0), Step(strategy, 0.4));
        Assert.Equal((2, 0), Step(strategy, 0.4));
        Assert.Equal((1, 1), Step(strategy, 0.3));
        Assert.Equal((3, 0), Step(strategy, 0.35));
        Assert.Equal((3, 1), Step(strategy, 0.3));
        Assert.Equal((4, 0), Step(strategy, 0.9));
        Assert.Equal((5, 0), Step(strategy, 0.9));

        // Six at the lowest rung: the best two, 3 and 1, are promoted already.
        Assert.Equal((6, 0), Step(strategy, 0.38));
        Assert.Equal((6, 1), Step(strategy, 0.9));

        // Three at the second rung: of 1 and 3, which are equal, 1 ended first.
        Assert.Equal((1, 2), Step(strategy, 0.2));
        Assert.Equal((7, 0), Step(strategy, 0.5));
    }

    [Fact]
    public void TryAsk_StoppingByOneWorker_HandWorkedCase()
    {
        Asha strategy = Create("stopping");

        // The first goes on at each rung.
        Assert.Equal((0, 0), Step(strategy, 0.5));
        Assert.Equal((0, 1), Step(strategy, 0.5));
        Assert.Equal((0, 2), Step(strategy, 0.5));
        Assert.Equal((0, 3), Step(strategy, 0.5));

        // One better of two: stopped. None better of three: on; one better of two there: stopped. One better of four: on; one better of three there: on; one
        // better of two: stopped. Two better of five: stopped. None strictly better of six: on.
        Assert.Equal((1, 0), Step(strategy, 0.6));
        Assert.Equal((2, 0), Step(strategy, 0.3));
        Assert.Equal((2, 1), Step(strategy, 0.7));
        Assert.Equal((3, 0), Step(strategy, 0.4));
        Assert.Equal((3, 1), Step(strategy, 0.6));
        Assert.Equal((3, 2), Step(strategy, 0.9));
        Assert.Equal((4, 0), Step(strategy, 0.45));
        Assert.Equal((5, 0), Step(strategy, 0.3));
        Assert.Equal((5, 1), Step(strategy, 0.1));
    }

    [Theory]
    [InlineData("promotion", 1)]
    [InlineData("promotion", 4)]
    [InlineData("stopping", 1)]
    [InlineData("stopping", 4)]
    public void TryAsk_ManySteps_TrialsOfTheNaiveTwin(string rule, int workers)
    {
        Asha strategy = Create(rule);
        var ended = new List<(int Trial, int Rung, double Loss)>();
        var promoted = new HashSet<(int Trial, int Rung)>();
        var goingOn = new Queue<(int Trial, int Rung)>();
        var open = new List<(Proposal Proposal, double End)>();
        int trials = 0;
        double now = 0;
        for (int step = 0; step < 800; step++)
        {
            while (open.Count < workers)
            {
                (int Trial, int Rung) expected = rule == "stopping"
                    ? goingOn.Count > 0 ? goingOn.Dequeue() : (trials, 0)
                    : Promote(ended, promoted) ?? (trials, 0);
                trials += expected.Rung == 0 ? 1 : 0;
                Assert.True(strategy.TryAsk(out Proposal proposal));
                Assert.Equal(expected, Read(proposal));
                Assert.Equal(StrategyLoop.AllEpochs[expected.Rung], proposal.Epochs);
                open.Add((proposal, now + (proposal.Epochs * (1 + (proposal.Index % 7)))));
            }

            (Proposal Proposal, double End) next = open.MinBy(running => running.End);
            open.Remove(next);
            now = next.End;
            (int trial, int rung) = Read(next.Proposal);

            // Few values, so that ties are many.
            double loss = next.Proposal.Index % 10 / 10.0;
            strategy.Tell(next.Proposal, new Answer(loss, 1 - loss, 1, 0));
            ended.Add((trial, rung, loss));
            int there = ended.Count(other => other.Rung == rung);
            int better = ended.Count(other => other.Rung == rung && other.Loss < loss);
            if (rung < 3 && better * 3 <= there)
            {
                goingOn.Enqueue((trial, rung + 1));
            }
        }

        Assert.Contains(ended, end => end.Rung == 3);
    }

    private static (int Trial, int Rung)? Promote(List<(int Trial, int Rung, double Loss)> ended, HashSet<(int Trial, int Rung)> promoted)
    {
        for (int rung = 2; rung >= 0; rung--)
        {
            List<(int Trial, int Rung, double Loss)> there = [.. ended.Where(end => end.Rung == rung).OrderBy(end => end.Loss)];
            foreach ((int trial, int _, double _) in there.Take(there.Count / 3))
            {
                if (promoted.Add((trial, rung)))
                {
                    return (trial, rung + 1);
                }
            }
        }

        return null;
    }

    private static Asha Create(string rule) => new(StrategyLoop.Context("asha", SearchEncoding.Class, settings: [("rule", rule)]));

    private static (int Trial, int Rung) Step(Asha strategy, double loss)
    {
        Assert.True(strategy.TryAsk(out Proposal proposal));
        strategy.Tell(proposal, new Answer(loss, 1 - loss, 1, 0));
        return Read(proposal);
    }

    private static (int Trial, int Rung) Read(in Proposal proposal) => ((int)(proposal.Token >> 8), Array.IndexOf(StrategyLoop.AllEpochs, proposal.Epochs));
}
