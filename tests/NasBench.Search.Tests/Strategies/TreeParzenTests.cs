namespace NasBench.Search.Tests;

public sealed class TreeParzenTests
{
    [Theory]
    [InlineData(25, 25, 0.25)]
    [InlineData(3, 7, 1.0)]
    [InlineData(40, 200, 0.9)]
    [InlineData(1, 5, 0.5)]
    public void Add_ManyEvaluations_SumsOfTheNaiveWay(int window, int maxGood, double gamma)
    {
        var random = new SplitMixRandom((ulong)window);
        int[] counts = [2, 3, 21];
        var evaluations = new AgedEvaluations(counts, window);
        var values = new List<byte[]>();
        var losses = new List<double>();
        for (int n = 1; n <= 700; n++)
        {
            byte[] row = [(byte)random.Next(2), (byte)random.Next(3), (byte)random.Next(21)];

            // Few different losses, so that many are equal, and falling ones, so that the good ones change.
            double loss = random.Next(3) == 0 ? 1 : 0.5 - (0.01 * (random.Next(20) + (n / 100)));
            values.Add(row);
            losses.Add(loss);
            int good = (int)Math.Min(Math.Ceiling(gamma * Math.Sqrt(n)), maxGood);
            evaluations.Add(row, loss, good);

            int[] order = [.. Enumerable.Range(0, n).OrderBy(age => losses[age])];
            int[] goodAges = [.. order.Take(good).Order()];
            int[] restAges = [.. order.Skip(good).Order()];
            Assert.Equal(goodAges, evaluations.Good);
            Assert.Equal(restAges.Length, evaluations.RestCount);
            for (int parameter = 0; parameter < 3; parameter++)
            {
                var actual = new double[counts[parameter]];
                evaluations.WeighGood(parameter, actual);
                AssertClose(Weigh(goodAges, values, parameter, counts[parameter], window), actual);
                evaluations.WeighRest(parameter, actual);
                AssertClose(Weigh(restAges, values, parameter, counts[parameter], window), actual);
            }
        }
    }

    [Theory]
    [InlineData("a-raw9")]
    [InlineData("b")]
    public void TryAsk_ManySteps_ProposalsOfTheNaiveTwin(string encodingName)
    {
        SearchEncoding encoding = SearchEncoding.Find(encodingName)!;
        var strategy = new TreeParzen(StrategyLoop.Context("tpe", encoding, 5));
        var startRandom = new SplitMixRandom(5);
        var modelRandom = new SplitMixRandom(1005);
        var rows = new List<byte[]>();
        var losses = new List<double>();
        for (int step = 0; step < 400; step++)
        {
            var expected = new double[encoding.Parameters.Length];
            if (step < 20)
            {
                encoding.Draw(startRandom, expected);
            }
            else
            {
                DrawNaively(encoding, rows, losses, modelRandom, expected);
            }

            Assert.True(strategy.TryAsk(out Proposal proposal));
            Assert.Equal(encoding.Decode(expected, out int index), proposal.Cell);
            Assert.Equal(index, proposal.Index);
            Answer answer = StrategyLoop.Evaluate(proposal, step);
            strategy.Tell(proposal, answer);
            rows.Add([.. expected.Select(value => (byte)value)]);
            losses.Add(answer.Loss);
        }
    }

    [Fact]
    public void TryAsk_EncodingThatRejects_AllValid()
    {
        var strategy = new TreeParzen(StrategyLoop.Context("tpe", SearchEncoding.Raw));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, 2_000);

        Assert.Equal(2_000, done.Count);
        Assert.All(done, step => Assert.True(step.Proposal.IsValid));
    }

    [Fact]
    public void TryAsk_ContinuousParameters_ValuesWithinTheirRanges()
    {
        var strategy = new TreeParzen(StrategyLoop.Context("tpe", SearchEncoding.C));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, 150);

        Assert.Equal(150, done.Count);
        Assert.Contains(done.Skip(20), step => step.Proposal.IsValid);
    }

    [Fact]
    public void Density_TwoObservations_MixtureOfThePaper()
    {
        var estimator = new ParzenEstimator(0, 1);
        estimator.Fit([0.2, 0.9], [1, 0.5], 1);

        // Means 0.2, 0.5 (prior), 0.9; deviations 0.3, 1, 0.4; all cut to [0, 1].
        (double Weight, double Mean, double Deviation)[] parts = [(1, 0.2, 0.3), (1, 0.5, 1), (0.5, 0.9, 0.4)];
        double inside = parts.Sum(part => part.Weight * IntegrateNormal(part.Mean, part.Deviation, 0, 1));
        foreach (double at in new[] { 0.01, 0.3, 0.77 })
        {
            double sum = parts.Sum(part => part.Weight * Normal(at, part.Mean, part.Deviation));
            Assert.Equal(sum / inside, estimator.Density(at), 1e-9);
        }

        double between = parts.Sum(part => part.Weight * IntegrateNormal(part.Mean, part.Deviation, 0.1, 0.4));
        Assert.Equal(between / inside, estimator.Between(0.1, 0.4), 1e-9);
    }

    [Fact]
    public void Draw_ManyDraws_AgreeWithTheDensity()
    {
        var estimator = new ParzenEstimator(0, 9);
        estimator.Fit([1, 2, 2, 7], [0.5, 1, 1, 1], 1);
        var random = new SplitMixRandom(11);
        var counts = new int[10];
        const int Draws = 20_000;
        for (int draw = 0; draw < Draws; draw++)
        {
            counts[(int)Math.Round(estimator.Draw(random), MidpointRounding.ToEven)]++;
        }

        double statistic = 0;
        double total = 0;
        for (int value = 0; value < 10; value++)
        {
            double probability = estimator.Between(value - 0.5, value + 0.5);
            total += probability;
            statistic += Math.Pow(counts[value] - (Draws * probability), 2) / (Draws * probability);
        }

        Assert.Equal(1, total, 1e-9);

        // 9 degrees of freedom: 1 in 100,000 is above 38.
        Assert.InRange(statistic, 0.3, 38);
    }

    [Fact]
    public void Create_EncodingWithoutParameters_Throws()
        => Assert.Throws<SearchException>(() => new TreeParzen(StrategyLoop.Context("tpe", SearchEncoding.Class)));

    private static void DrawNaively(SearchEncoding encoding, List<byte[]> rows, List<double> losses, SplitMixRandom random, double[] configuration)
    {
        int n = rows.Count;
        int good = (int)Math.Min(Math.Ceiling(0.25 * Math.Sqrt(n)), 25);
        int[] order = [.. Enumerable.Range(0, n).OrderBy(age => losses[age])];
        int[] goodAges = [.. order.Take(good).Order()];
        int[] restAges = [.. order.Skip(good).Order()];
        for (int k = 0; k < configuration.Length; k++)
        {
            int count = encoding.Parameters[k].Count;
            double[] goodWeights = [.. Weigh(goodAges, rows, k, count, 25).Select(weight => weight + 1)];
            double[] restWeights = [.. Weigh(restAges, rows, k, count, 25).Select(weight => weight + 1)];
            double[] ratios = [.. Enumerable.Range(0, count).Select(v => goodWeights[v] / goodWeights.Sum() / (restWeights[v] / restWeights.Sum()))];
            int best = -1;
            for (int candidate = 0; candidate < 24; candidate++)
            {
                double rest = random.NextDouble() * goodWeights.Sum();
                int drawn = 0;
                while (drawn < count - 1 && rest >= goodWeights[drawn])
                {
                    rest -= goodWeights[drawn++];
                }

                best = best < 0 || ratios[drawn] > ratios[best] * (1 + 1e-12) ? drawn : best;
                if (ratios[best] >= ratios.Max() * (1 - 1e-12))
                {
                    break;
                }
            }

            configuration[k] = best;
        }
    }

    private static double[] Weigh(int[] ages, List<byte[]> rows, int parameter, int count, int window)
    {
        int n = ages.Length;
        var sums = new double[count];
        for (int i = 0; i < n; i++)
        {
            double weight = 1;
            if (n >= window && i < n - window)
            {
                weight = n - window == 1 ? 1.0 / n : (1.0 / n) + (i * (1 - (1.0 / n)) / (n - window - 1));
            }

            sums[rows[ages[i]][parameter]] += weight;
        }

        return sums;
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-9);
        }
    }

    private static double Normal(double at, double mean, double deviation)
        => Math.Exp(-0.5 * Math.Pow((at - mean) / deviation, 2)) / (deviation * Math.Sqrt(2 * Math.PI));

    private static double IntegrateNormal(double mean, double deviation, double from, double to)
    {
        const int Steps = 20_000;
        double width = (to - from) / Steps;
        return Enumerable.Range(0, Steps).Sum(i => Normal(from + ((i + 0.5) * width), mean, deviation)) * width;
    }
}
