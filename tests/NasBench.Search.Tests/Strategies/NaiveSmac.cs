namespace NasBench.Search.Tests;

/// <summary>SMAC on categorical parameters from the definition, as plainly as possible: lists, sorts, the whole race in one method.</summary>
internal sealed class NaiveSmac(
    StrategyContext context,
    int maxEvaluations,
    int localSearches,
    int candidates,
    double randomShare,
    ForestSettings settings,
    Func<double[], double> evaluate)
{
    private readonly EncodingParameter[] _parameters = context.Encoding.Parameters.ToArray();
    private readonly ConfigurationRows _rows = new(context.Encoding.Parameters);
    private readonly List<(double[] Configuration, List<double> Losses)> _history = [];
    private readonly List<(int Parameter, int Choice)> _neighbors = [];
    private NaiveForest _forest = null!;

    public (double[] Configuration, List<double> Losses) Incumbent { get; private set; }

    public void Run(int races)
    {
        for (int i = 0; i < _parameters.Length; i++)
        {
            _neighbors.AddRange(Enumerable.Range(0, _parameters[i].Count - 1).Select(choice => (i, choice)));
        }

        _forest = new NaiveForest([.. _parameters.Select(parameter => parameter.Count == 2 ? 1 : parameter.Count)], settings);
        Incumbent = Evaluate(Draw());
        for (int race = 0; race < races; race++)
        {
            double[] challenger = Choose();
            if (Incumbent.Losses.Count < maxEvaluations)
            {
                Evaluate(Incumbent.Configuration);
            }

            Race(challenger);
        }
    }

    private void Race(double[] challenger)
    {
        for (int level = 1; ; level *= 2)
        {
            int stage = Math.Min(level, Incumbent.Losses.Count);
            while (LossesOf(challenger).Count < stage)
            {
                Evaluate(challenger);
            }

            if (LossesOf(challenger).Take(stage).Average() >= Incumbent.Losses.Take(stage).Average())
            {
                return;
            }

            if (stage == Incumbent.Losses.Count)
            {
                Incumbent = (challenger, LossesOf(challenger));
                return;
            }
        }
    }

    /// <summary>Whether a race would end with the incumbent as it began, without an evaluation.</summary>
    private bool LosesAtOnce(double[] challenger)
    {
        if (challenger.SequenceEqual(Incumbent.Configuration))
        {
            return true;
        }

        List<double> losses = LossesOf(challenger);
        for (int level = 1; ; level *= 2)
        {
            int stage = Math.Min(level, Incumbent.Losses.Count);
            if (losses.Count < stage)
            {
                return false;
            }

            if (losses.Take(stage).Average() >= Incumbent.Losses.Take(stage).Average())
            {
                return true;
            }

            if (stage == Incumbent.Losses.Count)
            {
                return false;
            }
        }
    }

    private double[] Choose()
    {
        if (context.Random.NextDouble() < randomShare)
        {
            return DrawOpen();
        }

        _forest.Fit([.. _history.Select(entry => Bits(entry.Configuration))], [.. _history.Select(entry => entry.Losses.Average())], 0, 1, context.ModelRandom);
        var startOrder = new TieOrder(RandomDraws.Bits(context.Random));
        double[][] starts =
        [
            .. Enumerable.Range(0, _history.Count)
                .OrderByDescending(i => Improvement(_history[i].Configuration))
                .ThenBy(startOrder.KeyOf)
                .Take(localSearches)
                .Select(i => _history[i].Configuration),
        ];
        double[][] all = [.. starts.Select(Climb), .. Enumerable.Range(0, candidates).Select(_ => Draw())];
        var order = new TieOrder(RandomDraws.Bits(context.Random));
        return Enumerable.Range(0, all.Length)
            .OrderByDescending(i => Improvement(all[i]))
            .ThenBy(order.KeyOf)
            .Select(i => all[i])
            .FirstOrDefault(configuration => !LosesAtOnce(configuration)) ?? DrawOpen();
    }

    private double[] Climb(double[] from)
    {
        double[] here = from;
        int plateauSteps = 0;
        while (plateauSteps < 10)
        {
            double[]? better = null;
            double[]? equal = null;
            for (int i = 0; i < _neighbors.Count && better is null; i++)
            {
                int drawn = i + context.Random.Next(_neighbors.Count - i);
                (_neighbors[i], _neighbors[drawn]) = (_neighbors[drawn], _neighbors[i]);
                (int parameter, int choice) = _neighbors[i];
                double[] neighbor = [.. here];
                neighbor[parameter] = Enumerable.Range(0, _parameters[parameter].Count).Where(value => value != here[parameter]).ElementAt(choice);
                double improvement = Improvement(neighbor);
                better = improvement > Improvement(here) ? neighbor : null;
                equal ??= improvement == Improvement(here) ? neighbor : null;
            }

            if (better is null && equal is null)
            {
                break;
            }

            plateauSteps += better is null ? 1 : 0;
            here = better ?? equal!;
        }

        return here;
    }

    private double Improvement(double[] configuration)
    {
        (double mean, double variance) = _forest.Moments(Bits(configuration));
        return Acquisition.ExpectedImprovement(mean, Math.Sqrt(Math.Max(variance, 1e-5)), Incumbent.Losses.Average());
    }

    private double[] DrawOpen()
    {
        while (true)
        {
            double[] drawn = Draw();
            if (!LosesAtOnce(drawn))
            {
                return drawn;
            }
        }
    }

    /// <summary>A uniform draw; that these are uniform has a test of its own.</summary>
    private double[] Draw()
    {
        var row = new ulong[_rows.Length];
        var configuration = new double[_parameters.Length];
        _rows.Draw(context.Random, row);
        _rows.Read(row, configuration);
        return configuration;
    }

    private bool[] Bits(double[] configuration) =>
    [
        .. Enumerable.Range(0, _parameters.Length).SelectMany(i => _parameters[i].Count == 2
            ? [configuration[i] == 1]
            : Enumerable.Range(0, _parameters[i].Count).Select(value => configuration[i] == value)),
    ];

    private (double[] Configuration, List<double> Losses) Evaluate(double[] configuration)
    {
        List<double> losses = LossesOf(configuration);
        if (losses.Count == 0)
        {
            _history.Add((configuration, losses));
        }

        losses.Add(evaluate(configuration));
        return (configuration, losses);
    }

    private List<double> LossesOf(double[] configuration)
        => _history.Find(entry => entry.Configuration.SequenceEqual(configuration)).Losses ?? [];
}
