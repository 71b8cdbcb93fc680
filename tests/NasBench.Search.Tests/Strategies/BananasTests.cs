namespace NasBench.Search.Tests;

public sealed class BananasTests
{
    [Theory]
    [InlineData("raw", SearchProfile.Paper, "its", "path-40")]
    [InlineData("raw", SearchProfile.Naszilla, "ei", "path-40")]
    [InlineData("raw", SearchProfile.Naslib, "its", "one-hot")]
    [InlineData("class", SearchProfile.Paper, "ucb", "adjacency")]
    [InlineData("a-raw9", SearchProfile.Naszilla, "mean", "path")]
    public void Run_AnyProfile_IsTheRunOfTheTwin(string encodingName, SearchProfile profile, string acquisition, string features)
    {
        SearchEncoding encoding = SearchEncoding.Find(encodingName)!;
        StrategySettings settings = ProfileTable.Find("bananas", profile)!
            .With("training_epochs", "3").With("acquisition", acquisition).With("features", features);
        var context = new StrategyContext(encoding, settings, StrategyLoop.AllEpochs, new SplitMixRandom(4), new SplitMixRandom(5));
        var strategy = new Bananas(context);

        Assert.Equal(RunPlainly(encoding, settings, 45), StrategyLoop.Run(strategy, 45).Select(step => step.Proposal.Token));
    }

    [Fact]
    public void TryAsk_Batch_IsWhatTheModelPredictsLowest()
    {
        var model = new RecordingModel();
        StrategyContext context = StrategyLoop.Context("bananas", SearchEncoding.Raw, settings: ("acquisition", "mean"));
        List<(Proposal Proposal, Answer Answer)> run = StrategyLoop.Run(new Bananas(context, model), 50);

        Assert.Equal(4, model.Predictions.Count);
        for (int batch = 0; batch < 4; batch++)
        {
            double[] lowest = [.. model.Predictions[batch].Order().Take(10)];
            double[] chosen = [.. run.Skip(10 * (batch + 1)).Take(10).Select(step => RecordingModel.Value(Features(step.Proposal.Cell)))];
            Assert.Equal(lowest, chosen);
            Assert.True(model.Predictions[batch].Length > 50);
        }
    }

    [Fact]
    public void Run_Distinct_EvaluatesNoClassTwice()
    {
        StrategyContext context = StrategyLoop.Context("bananas", SearchEncoding.Raw, settings: ("training_epochs", "2"));
        List<(Proposal Proposal, Answer Answer)> run = StrategyLoop.Run(new Bananas(context), 150);

        Assert.Equal(150, run.Select(step => step.Proposal.Index).Distinct().Count());
    }

    [Fact]
    public void Run_DistinctByPaths_EvaluatesNoPathsTwice()
    {
        StrategyContext context = StrategyLoop.Context("bananas", SearchEncoding.Raw, settings: [("training_epochs", "2"), ("identity", "path")]);
        List<(Proposal Proposal, Answer Answer)> run = StrategyLoop.Run(new Bananas(context), 150);

        Assert.Equal(150, run.Select(step => string.Join(' ', CellEncoding.Encode<PathEncoding>(step.Proposal.Cell))).Distinct().Count());
    }

    [Fact]
    public void TryAsk_SeveralOpen_WaitsForTheAnswersOfABatch()
    {
        var strategy = new Bananas(StrategyLoop.Context("bananas", SearchEncoding.Raw, settings: ("training_epochs", "2")));
        for (int batch = 0; batch < 3; batch++)
        {
            List<Proposal> open = [];
            while (strategy.TryAsk(out Proposal proposal))
            {
                open.Add(proposal);
            }

            Assert.Equal(10, open.Count);
            foreach (Proposal proposal in open)
            {
                strategy.Tell(proposal, StrategyLoop.Evaluate(proposal, 0));
            }
        }
    }

    [Fact]
    public void TryAsk_AnswersAllInvalid_GoesOnDrawing()
    {
        var strategy = new Bananas(StrategyLoop.Context("bananas", SearchEncoding.Raw));
        for (int step = 0; step < 100; step++)
        {
            Assert.True(strategy.TryAsk(out Proposal proposal));
            strategy.Tell(proposal, Answer.Invalid);
        }
    }

    private static List<ulong> RunPlainly(SearchEncoding encoding, StrategySettings settings, int steps)
    {
        var random = new SplitMixRandom(4);
        var modelRandom = new SplitMixRandom(5);
        CellFeatures features = CellFeatures.Find(settings.Word("features"));
        bool isDistinct = settings.Word("distinct") == "yes";
        bool byPaths = settings.Word("identity") == "path";
        int wanted = settings.Integer("candidates");
        int parents = settings.Integer("parents");
        var asked = new List<ulong>();
        var told = new List<(ulong Genotype, double Loss)>();
        while (asked.Count < 10)
        {
            ulong genotype = encoding.Draw(random);
            encoding.Decode(genotype, out int index);
            if (index >= 0 && (!isDistinct || asked.All(other => Key(other) != Key(genotype))))
            {
                Ask(genotype);
            }
        }

        while (asked.Count < steps)
        {
            var candidates = new List<ulong>();
            foreach ((ulong parent, double _) in told.OrderBy(one => one.Loss).Take(5 * parents))
            {
                if (candidates.Count >= wanted)
                {
                    break;
                }

                for (int i = 0; i < wanted / parents; i++)
                {
                    encoding.TryChangeSome(
                        parent, settings.Number("edge_changes") / 21, settings.Number("operation_changes") / 5, random, out ulong child);
                    encoding.Decode(child, out int index);
                    if (index >= 0 && (!isDistinct || asked.Concat(candidates).All(other => Key(other) != Key(child))))
                    {
                        candidates.Add(child);
                    }
                }
            }

            var model = new NetworkEnsemble(settings.Integer("ensemble"), settings.Integer("training_epochs"));
            var means = new double[candidates.Count];
            var deviations = new double[candidates.Count];
            var scores = new double[candidates.Count];
            model.Fit(Rows(told.Select(one => one.Genotype)), features.Count, [.. told.Select(one => one.Loss)], modelRandom);
            model.Predict(Rows(candidates), means, deviations);
            double best = told.Min(one => one.Loss);
            Acquisition.Score(Acquisition.Find(settings.Word("acquisition")), means, deviations, best, modelRandom, scores);
            foreach (int place in Enumerable.Range(0, scores.Length).OrderBy(place => scores[place]).Take(10).ToArray())
            {
                Ask(candidates[place]);
            }
        }

        return asked[..steps];

        void Ask(ulong genotype)
        {
            Cell cell = encoding.Decode(genotype, out int index);
            told.Add((genotype, StrategyLoop.Evaluate(new Proposal(cell, index, 108), asked.Count).Loss));
            asked.Add(genotype);
        }

        string Key(ulong genotype)
        {
            Cell cell = encoding.Decode(genotype, out int index);
            return byPaths ? string.Join(' ', CellEncoding.Encode<PathEncoding>(cell)) : $"{index}";
        }

        float[] Rows(IEnumerable<ulong> genotypes) => [.. genotypes.SelectMany(genotype =>
        {
            var row = new float[features.Count];
            features.Write(encoding.Decode(genotype, out int _), row);
            return row;
        })];
    }

    private static float[] Features(Cell cell)
    {
        CellFeatures features = CellFeatures.Find("path-40");
        var row = new float[features.Count];
        features.Write(cell, row);
        return row;
    }

    /// <summary>Predicts a number that the features decide, and keeps what it predicted.</summary>
    private sealed class RecordingModel : IRegressionModel
    {
        public List<double[]> Predictions { get; } = [];

        public static double Value(ReadOnlySpan<float> row)
        {
            double value = 0;
            for (int i = 0; i < row.Length; i++)
            {
                value += row[i] * Math.Sin(i + 1);
            }

            return value;
        }

        public void Fit(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<double> targets, Random random)
        {
        }

        public void Predict(ReadOnlySpan<float> features, Span<double> means, Span<double> deviations)
        {
            int count = features.Length / means.Length;
            for (int i = 0; i < means.Length; i++)
            {
                means[i] = Value(features.Slice(i * count, count));
            }

            Predictions.Add(means.ToArray());
        }
    }
}
