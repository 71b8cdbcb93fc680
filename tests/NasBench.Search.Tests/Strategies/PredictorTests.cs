namespace NasBench.Search.Tests;

public sealed class PredictorTests
{
    private const int Initial = 20;
    private const int Batch = 5;

    [Theory]
    [InlineData("one-hot", "ei")]
    [InlineData("one-hot", "its")]
    [InlineData("path-40", "ucb")]
    [InlineData("adjacency", "mean")]
    public void TryAsk_Forest_BestOfAllClassesByTheNaiveTwin(string features, string acquisition)
    {
        const ulong Seed = 3;
        StrategyContext context = Context(Seed, ("features", features), ("acquisition", acquisition));
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(new Predictor(context), Initial + (2 * Batch));

        // As many draws as the strategy's model made.
        Random random = Context(Seed).ModelRandom;
        int columns = features == "adjacency" ? 31 : features == "path-40" ? 40 : 36;
        int[] columnsPerFeature = features == "adjacency" ? [.. Enumerable.Repeat(1, 21), .. Enumerable.Repeat(2, 5)] : [.. Enumerable.Repeat(1, columns)];
        var forest = new NaiveForest(columnsPerFeature, new ForestSettings(10, 5.0 / 6, 3, 3, 20));
        bool[][] bits = [.. Enumerable.Range(0, Nas101.CellCount).Select(index => Bits(features, Space<Nas101>.CellAt(index)))];
        for (int batch = 0; batch < 2; batch++)
        {
            int count = Initial + (batch * Batch);
            forest.Fit(
                [.. done.Take(count).Select(step => bits[step.Proposal.Index])], [.. done.Take(count).Select(step => step.Answer.Loss)], 0, 1, random);
            (double Mean, double Variance)[] moments = [.. bits.Select(forest.Moments)];
            var order = new TieOrder(RandomDraws.Bits(random));
            double best = done.Take(count).Min(step => step.Answer.Loss);
            var scores = new double[Nas101.CellCount];
            Acquisition.Score(
                Acquisition.Find(acquisition),
                [.. moments.Select(moment => moment.Mean)],
                [.. moments.Select(moment => Math.Sqrt(moment.Variance))],
                best,
                random,
                scores);
            HashSet<int> seen = [.. done.Take(count).Select(step => step.Proposal.Index)];
            IEnumerable<int> expected = Enumerable.Range(0, Nas101.CellCount)
                .Where(index => !seen.Contains(index))
                .OrderBy(index => scores[index])
                .ThenBy(order.KeyOf)
                .Take(Batch);
            Assert.Equal(expected, done.Skip(count).Take(Batch).Select(step => step.Proposal.Index));
        }
    }

    [Theory]
    [InlineData("ridge")]
    [InlineData("gp")]
    public void TryAsk_Regression_LowestPredictionOfAllClasses(string name)
    {
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(
            new Predictor(Context(4, ("model", name), ("acquisition", "mean"))), Initial + Batch);
        IRegressionModel model = name == "ridge" ? new RidgeRegression() : new GaussianProcess();
        float[] rows = [.. done.Take(Initial).SelectMany(step => CellEncoding.Encode<OneHotEncoding>(step.Proposal.Cell))];
        model.Fit(rows, OneHotEncoding.Length, [.. done.Take(Initial).Select(step => step.Answer.Loss)], new SplitMixRandom(1));
        float[] all = CellEncoding.EncodeAll<OneHotEncoding>([.. Enumerable.Range(0, Nas101.CellCount).Select(Space<Nas101>.CellAt)]);
        var means = new double[Nas101.CellCount];
        model.Predict(all, means, new double[means.Length]);
        HashSet<int> seen = [.. done.Take(Initial).Select(step => step.Proposal.Index)];
        double[] lowest = [.. Enumerable.Range(0, means.Length).Where(index => !seen.Contains(index)).Select(index => means[index]).Order().Take(Batch)];

        Assert.Equal(lowest, done.Skip(Initial).Select(step => means[step.Proposal.Index]));
    }

    [Fact]
    public void TryAsk_ModelThatKnows_ChoosesTheLowest()
    {
        var strategy = new Predictor(Context(5, ("acquisition", "mean")), new KnowingModel());
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(strategy, Initial + 40);
        HashSet<int> drawn = [.. done.Take(Initial).Select(step => step.Proposal.Index)];
        IEnumerable<int> expected = Enumerable.Range(0, Nas101.CellCount).Where(index => !drawn.Contains(index)).OrderBy(KnowingModel.Value).Take(40);

        Assert.Equal(expected, done.Skip(Initial).Select(step => step.Proposal.Index));
    }

    [Fact]
    public void Run_Forest_NoClassTwice()
    {
        List<(Proposal Proposal, Answer Answer)> done = StrategyLoop.Run(new Predictor(Context(6)), 120);

        Assert.Equal(120, done.Select(step => step.Proposal.Index).Distinct().Count());
        Assert.All(done, step => Assert.True(step.Proposal.IsValid));
    }

    [Fact]
    public void TryAsk_SeveralOpen_WaitsForTheAnswersOfABatch()
    {
        var strategy = new Predictor(Context(7));
        int[] expected = [Initial, Batch, Batch];
        foreach (int count in expected)
        {
            List<Proposal> open = [];
            while (strategy.TryAsk(out Proposal proposal))
            {
                open.Add(proposal);
            }

            Assert.Equal(count, open.Count);
            open.ForEach(proposal => strategy.Tell(proposal, StrategyLoop.Evaluate(proposal, 0)));
        }
    }

    [Fact]
    public void Create_OtherEncoding_Throws()
        => Assert.Throws<SearchException>(() => new Predictor(StrategyLoop.Context("predictor", SearchEncoding.Raw)));

    private static StrategyContext Context(ulong seed, params (string Name, string Value)[] settings)
        => StrategyLoop.Context("predictor", SearchEncoding.Class, seed, null, [("batch", "5"), .. settings]);

    private static bool[] Bits(string features, Cell cell) => features switch
    {
        "one-hot" => [.. CellEncoding.Encode<OneHotEncoding>(cell).Select(value => value == 1)],
        "path-40" => [.. CellEncoding.Encode<TruncatedPathEncoding>(cell).Select(value => value == 1)],
        _ => BitsOfAdjacency(CellEncoding.Encode<NaszillaAdjacencyEncoding>(cell)),
    };

    private static bool[] BitsOfAdjacency(float[] values)
        => [.. values.Take(21).Select(value => value == 1), .. values.Skip(21).SelectMany(value => new[] { value > 0, value == 1 })];

    private sealed class KnowingModel : ClassModel
    {
        public static double Value(int index) => new SplitMix64((ulong)index).NextUnit();

        public override void Add(Cell cell, double loss)
        {
        }

        public override void Fit(Random random)
        {
        }

        public override void Predict(int first, Span<double> means, Span<double> deviations)
        {
            deviations.Clear();
            for (int i = 0; i < means.Length; i++)
            {
                means[i] = Value(first + i);
            }
        }
    }
}
