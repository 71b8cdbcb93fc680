namespace NasBench.Search.Tests;

public sealed class ReinforceTests
{
    [Theory]
    [InlineData("a-raw9", "0.5", "1")]
    [InlineData("raw", "0.1", "1")]
    [InlineData("a", "0.01", "100")]
    public void Tell_ManyAnswers_LogitsOfTheFormula(string encodingName, string rate, string scale)
    {
        SearchEncoding encoding = SearchEncoding.Find(encodingName)!;
        var strategy = new Reinforce(StrategyLoop.Context("reinforce", encoding, settings: [("learning_rate", rate), ("reward_scale", scale)]));
        double[][] logits = [.. encoding.Parameters.ToArray().Select(parameter => new double[parameter.Count])];
        double numerator = 0;
        double denominator = 0;
        for (int step = 0; step < 600; step++)
        {
            Assert.True(strategy.TryAsk(out Proposal proposal));
            Assert.True(proposal.IsValid || !encoding.RejectsInvalid);
            Answer answer = StrategyLoop.Evaluate(proposal, step);
            strategy.Tell(proposal, answer);
            if (answer.ValidationAccuracy > 0.001)
            {
                double reward = double.Parse(scale) * answer.ValidationAccuracy;
                numerator = (0.9 * numerator) + (0.1 * reward);
                denominator = (0.9 * denominator) + 0.1;
                Learn(logits, StrategyLoop.Unpack(encoding, proposal.Cell), double.Parse(rate) * (reward - (numerator / denominator)));
            }

            double[] expected = [.. logits.SelectMany(values => values)];
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], strategy.Policy.Logits[i], 1e-10);
            }
        }
    }

    [Fact]
    public void Tell_FirstReward_AdvantageIsExactlyZero()
    {
        var strategy = new Reinforce(StrategyLoop.Context("reinforce", SearchEncoding.Raw));
        Assert.True(strategy.TryAsk(out Proposal proposal));
        strategy.Tell(proposal, new Answer(1 - 0.9137, 0.9137, 1, 0));

        Assert.All(strategy.Policy.Logits.ToArray(), logit => Assert.Equal(0, logit));

        // Second reward: weight 0.19, so the baseline moves by 0.1/0.19 of the difference and the advantage is 0.09/0.19 of it.
        Assert.True(strategy.TryAsk(out proposal));
        int chosen = (int)StrategyLoop.Unpack(SearchEncoding.Raw, proposal.Cell)[0];
        strategy.Tell(proposal, new Answer(0.05, 0.95, 1, 0));

        Assert.Equal(0.5 * (0.09 / 0.19) * (0.95 - 0.9137) * 0.5, strategy.Policy.Logits[chosen], 1e-12);
    }

    [Fact]
    public void Tell_InvalidCell_TeachesNothing()
    {
        var strategy = new Reinforce(StrategyLoop.Context("reinforce", SearchEncoding.ARaw9));
        StrategyLoop.Run(strategy, 50);
        double[] before = strategy.Policy.Logits.ToArray();

        Assert.True(strategy.TryAsk(out Proposal proposal));
        strategy.Tell(proposal, Answer.Invalid);

        Assert.Equal(before, strategy.Policy.Logits.ToArray());
    }

    [Fact]
    public void Learn_AdamFirstStep_MovesByTheRate()
    {
        var policy = new SoftmaxPolicy(SearchEncoding.A.Parameters, isAdam: true);
        policy.Learn(new double[26], 3, 0.01);

        Assert.Equal(0.01, policy.Logits[0], 1e-6);
        Assert.Equal(-0.01, policy.Logits[1], 1e-6);
    }

    [Fact]
    public void Draw_LearnedPolicy_AgreesWithProbabilities()
    {
        var policy = new SoftmaxPolicy(SearchEncoding.A.Parameters, isAdam: false);
        policy.Scatter(1, new SplitMixRandom(3));
        var random = new SplitMixRandom(4);
        var counts = new int[policy.Probabilities.Length];
        var configuration = new double[26];
        const int Draws = 20_000;
        for (int draw = 0; draw < Draws; draw++)
        {
            policy.Draw(random, configuration);
            for (int i = 0; i < 26; i++)
            {
                counts[i < 21 ? (2 * i) + (int)configuration[i] : 42 + (3 * (i - 21)) + (int)configuration[i]]++;
            }
        }

        double statistic = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double expected = Draws * policy.Probabilities[i];
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }

        // 21 + 5·2 degrees of freedom: 1 in 100,000 is above 75.
        Assert.InRange(statistic, 5, 75);
    }

    [Fact]
    public void Create_EncodingWithoutCategories_Throws()
        => Assert.Throws<SearchException>(() => new Reinforce(StrategyLoop.Context("reinforce", SearchEncoding.C)));

    private static void Learn(double[][] logits, double[] configuration, double step)
    {
        for (int k = 0; k < logits.Length; k++)
        {
            double sum = logits[k].Sum(Math.Exp);
            double[] probabilities = [.. logits[k].Select(logit => Math.Exp(logit) / sum)];
            for (int j = 0; j < probabilities.Length; j++)
            {
                logits[k][j] += step * ((j == (int)configuration[k] ? 1 : 0) - probabilities[j]);
            }
        }
    }
}
