namespace NasBench.Search.Tests;

[Trait("Category", "Once")]
public sealed class AnnealingTests
{
    private const int Steps = 400;

    [Theory]
    [InlineData("raw", 0)]
    [InlineData("raw", 0.02)]
    [InlineData("a-raw9", 0)]
    [InlineData("class", 0)]
    public void Run_AnySettings_IsTheRunOfTheTwin(string encodingName, double initialTemperature)
    {
        SearchEncoding encoding = SearchEncoding.Find(encodingName)!;
        string given = initialTemperature.ToString(System.Globalization.CultureInfo.InvariantCulture);
        StrategyContext context = StrategyLoop.Context("annealing", encoding, seed: 5, settings: ("initial_temperature", given));
        var strategy = new Annealing(context);

        var actual = new List<Cell>();
        for (int step = 0; step < Steps; step++)
        {
            Assert.True(strategy.TryAsk(out Proposal proposal));
            actual.Add(proposal.Cell);
            context.SpentPart = (step + 1) / (double)Steps;
            strategy.Tell(proposal, StrategyLoop.Evaluate(proposal, step));
        }

        Assert.Equal(RunPlainly(encoding, new SplitMixRandom(5), initialTemperature), actual);
    }

    [Fact]
    public void InitialTemperature_NotGiven_DeviationOfTwentyLosses()
    {
        var strategy = new Annealing(StrategyLoop.Context("annealing", SearchEncoding.Raw));
        double[] losses = [.. StrategyLoop.Run(strategy, 19).Select(step => step.Answer.Loss)];
        Assert.Equal(0, strategy.InitialTemperature);

        double mean = losses.Append(0.5).Average();
        strategy.TryAsk(out Proposal last);
        strategy.Tell(last, new Answer(0.5, 0.5, 1, 0));

        Assert.Equal(Math.Sqrt(losses.Append(0.5).Sum(loss => (loss - mean) * (loss - mean)) / 19), strategy.InitialTemperature, 1e-12);
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.5, 0.0031622776601683794)]
    [InlineData(1, 0.0001)]
    public void Temperature_PartOfTheBudget_IsGeometric(double part, double expected)
    {
        StrategyContext context = StrategyLoop.Context("annealing", SearchEncoding.Raw, settings: ("initial_temperature", "0.1"));
        var strategy = new Annealing(context);
        context.SpentPart = part;

        Assert.Equal(expected, strategy.Temperature, 1e-15);
    }

    [Fact]
    public void Tell_WorseCell_IsTakenWithItsProbability()
    {
        int taken = 0;
        const int Runs = 4000;
        for (int run = 0; run < Runs; run++)
        {
            StrategyContext context = StrategyLoop.Context("annealing", SearchEncoding.Raw, (ulong)run, settings: ("initial_temperature", "0.1"));
            var strategy = new Annealing(context);
            strategy.TryAsk(out Proposal first);
            strategy.Tell(first, new Answer(0.1, 0.9, 1, 0));
            strategy.TryAsk(out Proposal worse);
            strategy.Tell(worse, new Answer(0.2, 0.8, 1, 0));
            strategy.TryAsk(out Proposal third);
            taken += Hamming(third.Cell, first.Cell) == 1 ? 0 : 1;
        }

        // exp(-1) = 0.368; a change of a change is one change from the first cell in one of some 26 cases.
        Assert.InRange(taken / (double)Runs, 0.32, 0.40);
    }

    private static List<Cell> RunPlainly(SearchEncoding encoding, SplitMixRandom random, double initial)
    {
        int randomCount = initial > 0 ? 1 : 20;
        var cells = new List<Cell>();
        var losses = new List<double>();
        ulong current = 0;
        double currentLoss = double.PositiveInfinity;
        for (int step = 0; step < Steps; step++)
        {
            bool isRandom = losses.Count < randomCount;
            ulong genotype = isRandom ? encoding.Draw(random) : encoding.Change(current, random);
            Cell cell = encoding.Decode(genotype, out int index);
            cells.Add(cell);
            if (index < 0)
            {
                continue;
            }

            double loss = StrategyLoop.Evaluate(new Proposal(cell, index, 108), step).Loss;
            double temperature = initial * Math.Pow(1e-4 / initial, (step + 1) / (double)Steps);
            if (loss <= currentLoss && !(isRandom && loss == currentLoss) || (!isRandom && random.NextDouble() < Math.Exp((currentLoss - loss) / temperature)))
            {
                current = genotype;
                currentLoss = loss;
            }

            losses.Add(loss);
            if (losses.Count == 20 && isRandom)
            {
                initial = Math.Sqrt(losses.Sum(one => Math.Pow(one - losses.Average(), 2)) / 19);
            }
        }

        return cells;
    }

    private static int Hamming(Cell one, Cell other) => Distances.Between(one, other, DistanceKind.Hamming);
}
