namespace NasBench.Search.Tests;

public sealed class BohbTests
{
    private static readonly KernelSettings s_settings = new(Samples: 4, TopPercent: 15, MinBandwidth: 0.3, BandwidthFactor: 3);

    [Theory]
    [InlineData("a-raw9", 54, 1)]
    [InlineData("b", 30, 1)]
    [InlineData("c", 56, 1)]
    public void TryAsk_FirstCycles_ModelOnlyOnceThereAreEnough(string encodingName, int needed, int seed)
    {
        var strategy = new Bohb(StrategyLoop.Context("bohb", SearchEncoding.Find(encodingName)!, (ulong)seed));
        var told = new Dictionary<int, int>();
        for (int step = 0; step < 700; step++)
        {
            int before = strategy.ModelRung;
            Assert.True(strategy.TryAsk(out Proposal proposal));
            strategy.Tell(proposal, StrategyLoop.Evaluate(proposal, step));
            told[proposal.Epochs] = told.GetValueOrDefault(proposal.Epochs) + 1;
            if (strategy.ModelRung != before)
            {
                Assert.Equal(StrategyLoop.AllEpochs[strategy.ModelRung], proposal.Epochs);
                Assert.Equal(needed, told[proposal.Epochs]);
            }
        }

        Assert.Equal(3, strategy.ModelRung);
    }

    [Fact]
    public void TryAsk_EncodingA_FirstModelAfter92Runs()
    {
        var strategy = new Bohb(StrategyLoop.Context("bohb", SearchEncoding.ARaw9));
        StrategyLoop.Run(strategy, 91);
        Assert.Equal(-1, strategy.ModelRung);

        StrategyLoop.Run(strategy, 1);
        Assert.Equal(0, strategy.ModelRung);
    }

    [Fact]
    public void Propose_PackedAndMixed_SameProposals()
    {
        foreach (SearchEncoding encoding in new[] { SearchEncoding.A, SearchEncoding.B })
        {
            foreach (int samples in new[] { 4, 64 })
            {
                KernelSettings settings = s_settings with { Samples = samples };
                var packed = new PackedKernels(settings, new PackedParameters(encoding.Parameters));
                var mixed = new MixedKernels(settings, encoding.Parameters);
                var random = new SplitMixRandom(7);
                var packedRandom = new SplitMixRandom(8);
                var mixedRandom = new SplitMixRandom(8);
                var row = new double[encoding.Parameters.Length];
                var expected = new double[row.Length];
                var actual = new double[row.Length];
                for (int n = 0; n < 300; n++)
                {
                    encoding.Draw(random, row);
                    double loss = (0.1 * row.Take(8).Sum()) + (random.Next(4) == 0 ? 1 : 0);
                    packed.Add(row, loss);
                    mixed.Add(row, loss);
                    Assert.Equal(n + 1 >= 2 * (row.Length + 1), packed.IsThere);
                    if (packed.IsThere)
                    {
                        mixed.Propose(mixedRandom, expected);
                        packed.Propose(packedRandom, actual);
                        Assert.Equal(expected, actual);
                    }
                }
            }
        }
    }

    [Fact]
    public void Propose_SmallSpace_ProposalOfTheNaiveTwin()
    {
        EncodingParameter[] parameters =
        [
            new("x", ParameterKind.Categorical, 2), new("y", ParameterKind.Categorical, 3), new("z", ParameterKind.Continuous, 0),
        ];
        var model = new MixedKernels(s_settings, parameters);
        var random = new SplitMixRandom(1);
        var modelRandom = new SplitMixRandom(2);
        var twinRandom = new SplitMixRandom(2);
        var rows = new List<(double[] Row, double Loss)>();
        var actual = new double[3];
        for (int n = 1; n <= 120; n++)
        {
            double[] row = [random.Next(2), random.Next(3), random.NextDouble()];
            double loss = row[0] + Math.Round(row[2], 1);
            rows.Add((row, loss));
            model.Add(row, loss);
            Assert.Equal(n >= 8, model.IsThere);
            if (n >= 8)
            {
                model.Propose(modelRandom, actual);
                double[] expected = ProposeNaively(rows, twinRandom);
                for (int k = 0; k < 3; k++)
                {
                    Assert.Equal(expected[k], actual[k], 1e-12);
                }
            }
        }
    }

    [Fact]
    public void Propose_OneCandidate_DistributionOfTheKernels()
    {
        // All good rows alike: a value is kept with probability 1 - bw + bw/c, bw being the least one.
        EncodingParameter[] parameters = [new("x", ParameterKind.Categorical, 2), new("y", ParameterKind.Categorical, 3)];
        var model = new PackedKernels(s_settings with { Samples = 1 }, new PackedParameters(parameters));
        var random = new SplitMixRandom(5);
        for (int n = 0; n < 6; n++)
        {
            model.Add([1, n < 3 ? 2 : 0], n);
        }

        Assert.True(model.IsThere);
        var counts = new int[6];
        var configuration = new double[2];
        const int Draws = 20_000;
        for (int draw = 0; draw < Draws; draw++)
        {
            model.Propose(random, configuration);
            counts[(3 * (int)configuration[0]) + (int)configuration[1]]++;
        }

        double statistic = 0;
        for (int cell = 0; cell < 6; cell++)
        {
            double probability = (cell / 3 == 1 ? 0.85 : 0.15) * (cell % 3 == 2 ? 0.8 : 0.1);
            statistic += Math.Pow(counts[cell] - (Draws * probability), 2) / (Draws * probability);
        }

        // 5 degrees of freedom: 1 in 100,000 is above 31.
        Assert.InRange(statistic, 0.02, 31);
    }

    [Fact]
    public void Create_EncodingWithoutParameters_Throws()
        => Assert.Throws<SearchException>(() => new Bohb(StrategyLoop.Context("bohb", SearchEncoding.Class)));

    private static double[] ProposeNaively(List<(double[] Row, double Loss)> rows, SplitMixRandom random)
    {
        int n = rows.Count;
        double[][] sorted = [.. rows.OrderBy(row => row.Loss).Select(row => row.Row)];
        double[][] good = sorted[..Math.Max(4, n * 15 / 100)];
        double[][] bad = [.. sorted.Skip(good.Length).Take(Math.Max(4, n * 85 / 100))];
        double[] goodWidths = Widths(good);
        double[] badWidths = Widths(bad);
        double[] best = [];
        double bestRatio = double.PositiveInfinity;
        for (int sample = 0; sample < 4; sample++)
        {
            double[] from = good[random.Next(good.Length)];
            var candidate = new double[3];
            candidate[0] = random.NextDouble() < 1 - goodWidths[0] ? from[0] : random.Next(2);
            candidate[1] = random.NextDouble() < 1 - goodWidths[1] ? from[1] : random.Next(3);
            do
            {
                candidate[2] = from[2] + (3 * goodWidths[2] * CategoricalDraws.Normal(random));
            }
            while (candidate[2] is < 0 or >= 1);

            double ratio = Math.Max(Density(bad, badWidths, candidate), 1e-32) / Math.Max(Density(good, goodWidths, candidate), 1e-32);
            if (ratio < bestRatio)
            {
                bestRatio = ratio;
                best = candidate;
            }
        }

        return best;
    }

    private static double[] Widths(double[][] rows) =>
    [
        .. Enumerable.Range(0, 3).Select(k =>
        {
            double mean = rows.Average(row => row[k]);
            double deviation = Math.Sqrt(rows.Average(row => (row[k] - mean) * (row[k] - mean)));
            return Math.Max(0.3, 1.06 * deviation * Math.Pow(rows.Length, -1.0 / 7));
        }),
    ];

    private static double Density(double[][] rows, double[] widths, double[] at) => rows.Average(row =>
        (row[0] == at[0] ? 1 - widths[0] : widths[0])
        * (row[1] == at[1] ? 1 - widths[1] : widths[1] / 2)
        * Math.Exp(-0.5 * Math.Pow((at[2] - row[2]) / widths[2], 2)) / (widths[2] * Math.Sqrt(2 * Math.PI)));
}
