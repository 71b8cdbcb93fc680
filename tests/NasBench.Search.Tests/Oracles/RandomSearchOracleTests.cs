using NasBench.Data;

namespace NasBench.Search.Tests.Oracles;

public sealed class RandomSearchOracleTests
{
    private static readonly Dictionary<int, (double Validation, double Test)[]> s_tiny = new()
    {
        [0] = [(0.90, 0.89), (0.91, 0.905), (0.91, 0.88)],
        [1] = [(0.91, 0.92), (0.93, 0.90)],
        [2] = [(0.95, 0.91), (0.90, 0.93), (0.94, 0.94)],
        [10] = [(double.NaN, 0.80)],
        [1000] = [(0.95, 0.945), (0.95, 0.93), (0.90, 0.94)],
    };

    private static readonly Dataset s_madeUp = MakeUp().Open();

    [Theory]
    [InlineData("class", RegretKind.TestMean)]
    [InlineData("raw", RegretKind.TestMean)]
    [InlineData("a", RegretKind.TestSingle)]
    [InlineData("a-raw9", RegretKind.ValidSingleSeen)]
    public void Expected_TinyTable_EqualsTryingAllSequences(string name, RegretKind kind)
    {
        using Dataset data = new TableStore(s_tiny).Open();
        SearchEncoding encoding = SearchEncoding.Find(name)!;
        var optima = new Optima(data);
        var oracle = new RandomSearchOracle(data, encoding, optima, kind);
        (double Part, Incumbent Evaluation)[] outcomes = Outcomes(ClassWeights.Of(encoding));

        for (int evaluations = 1; evaluations <= 3; evaluations++)
        {
            (double regret, double square, double validation) = TryAll(outcomes, evaluations, incumbent => optima.Regret(kind, incumbent));
            Assert.Equal(regret, oracle.ExpectedRegret(evaluations), 1e-12);
            Assert.Equal(Math.Sqrt(square - (regret * regret)), oracle.RegretDeviation(evaluations), 1e-9);
            Assert.Equal(validation, oracle.ExpectedValidation(evaluations), 1e-12);
        }
    }

    [Fact]
    public void Expected_ManyEvaluations_EndsAtTheBestOnes()
    {
        using Dataset data = new TableStore(s_tiny).Open();
        var oracle = new RandomSearchOracle(data, SearchEncoding.Class, new Optima(data));

        // The best value 0.95 is one repeat of cell 2 and two of cell 1000; the mean test accuracy of the latter is the best.
        double regret = ((0.945 + 0.93 + 0.94) / 3) - ((0.91 + 0.93 + 0.94) / 3);
        Assert.Equal(regret / 3, oracle.ExpectedRegret(1_000_000_000_000), 1e-12);
        Assert.Equal(0.95, oracle.ExpectedValidation(1_000_000_000_000), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => oracle.ExpectedRegret(0));
    }

    /// <summary>
    /// 10,000 runs of the laboratory's random search on made-up values of the whole space: their mean is within 3.29 standard errors, 99.9 %.
    /// </summary>
    [Theory]
    [InlineData("class")]
    [InlineData("raw")]
    [InlineData("a-raw9")]
    public void ExpectedRegret_SimulatedRuns_WithinTheirBand(string name)
    {
        const int Runs = 10_000;
        int[] moments = [1, 3, 10, 30];
        var optima = new Optima(s_madeUp);
        SearchEncoding encoding = SearchEncoding.Find(name)!;
        var oracle = new RandomSearchOracle(s_madeUp, encoding, optima);
        var options = new RunOptions { Budget = SearchBudget.Evaluations(moments[^1]) };
        double[] sums = new double[moments.Length];
        for (int run = 0; run < Runs; run++)
        {
            RunResult result = SearchRunner.Run(s_madeUp, context => new RandomSearch(context), options, seed: 3, run, encoding);
            for (int i = 0; i < moments.Length; i++)
            {
                sums[i] += optima.Regret(RegretKind.TestMean, result.Incumbents.Last(incumbent => incumbent.Evaluations <= moments[i]));
            }
        }

        for (int i = 0; i < moments.Length; i++)
        {
            double error = oracle.RegretDeviation(moments[i]) / Math.Sqrt(Runs);
            Assert.InRange((sums[i] / Runs) - oracle.ExpectedRegret(moments[i]), -3.29 * error, 3.29 * error);
        }
    }

    [Fact]
    public void Constructor_EpochsThatTheDataLack_Throws()
    {
        using Dataset data = new TableStore(s_tiny).Open();

        Assert.Throws<SearchException>(() => new RandomSearchOracle(data, SearchEncoding.Raw, new Optima(data), epochs: 12));
    }

    /// <summary>Coarse values, so that many are equal; cells with more edges are better.</summary>
    private static TableStore MakeUp()
    {
        var random = new SplitMixRandom(11);
        Dictionary<int, (double, double)[]> table = new(Nas101.CellCount);
        for (int index = 0; index < Nas101.CellCount; index++)
        {
            double level = 0.85 + (0.005 * System.Numerics.BitOperations.PopCount(Nas101.CellAt(index).AdjacencyBits)) + (0.03 * random.NextDouble());
            var repeats = new (double, double)[3];
            foreach (ref (double Validation, double Test) repeat in repeats.AsSpan())
            {
                repeat = (Math.Round(level + (0.01 * random.NextDouble()), 3), level - (0.01 * random.NextDouble()));
            }

            table.Add(index, repeats);
        }

        return new TableStore(table);
    }

    private static (double Part, Incumbent Evaluation)[] Outcomes(double[] weights)
    {
        double total = s_tiny.Keys.Sum(index => weights[index]);
        return
        [
            .. from cell in s_tiny
            from repeat in Enumerable.Range(0, cell.Value.Length)
            let value = double.IsNaN(cell.Value[repeat].Validation) ? 0 : cell.Value[repeat].Validation
            select (weights[cell.Key] / total / cell.Value.Length, new Incumbent(1, 1, 0, 0, cell.Key, 108, repeat, value, cell.Value[repeat].Test)),
        ];
    }

    private static (double Regret, double Square, double Validation) TryAll(
        (double Part, Incumbent Evaluation)[] outcomes, int evaluations, Func<Incumbent, double> regretOf)
    {
        double regret = 0;
        double square = 0;
        double validation = 0;
        for (int sequence = 0; sequence < Math.Pow(outcomes.Length, evaluations); sequence++)
        {
            double part = 1;
            Incumbent? best = null;
            int rest = sequence;
            for (int step = 0; step < evaluations; step++, rest /= outcomes.Length)
            {
                (double probability, Incumbent evaluation) = outcomes[rest % outcomes.Length];
                part *= probability;
                best = best is { } older && older.ValidationAccuracy >= evaluation.ValidationAccuracy ? older : evaluation;
            }

            double its = regretOf(best!.Value);
            regret += part * its;
            square += part * its * its;
            validation += part * best.Value.ValidationAccuracy;
        }

        return (regret, square, validation);
    }
}
