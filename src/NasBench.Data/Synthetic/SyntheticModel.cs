namespace NasBench.Data;

/// <summary>What the formula of made-up metrics knows of one cell; gives its repeats one by one.</summary>
/// <remarks>
/// Every expression is IEEE double arithmetic, from left to right as written and never fused, so that every implementation of
/// the formula gives the same bits. Do not simplify.
/// </remarks>
internal readonly struct SyntheticModel
{
    private readonly ulong _seed;
    private readonly int _depth;
    private readonly long _parameters;
    private readonly double _error;
    private readonly double _slowness;
    private readonly bool _diverges;

    /// <param name="hash">The module hash: the seed.</param>
    /// <param name="cell">Any cell of the class.</param>
    /// <param name="parameters">Trainable parameters of the class's representative.</param>
    public SyntheticModel(ModuleHash hash, Cell cell, long parameters)
        : this(hash.High, CellTraits.Of(cell), parameters)
    {
    }

    internal SyntheticModel(ulong seed, CellTraits traits, long parameters)
    {
        var random = new SplitMix64(seed);
        double m0 = random.NextUnit();
        double m1 = random.NextUnit();
        double m2 = random.NextUnit();
        _seed = seed;
        _depth = traits.Depth;
        _parameters = parameters;
        _diverges = m1 < 0.004;
        _slowness = 2 + (3 * m2);
        double error = 0.050 + (0.045 / (1 + (parameters / 1500000.0)));
        error += 0.004 * Math.Abs(traits.Depth - 3);
        error += traits.Convolutions3x3 == 0 ? 0.010 : 0;
        error += 0.004 * traits.MaxPools;
        error -= 0.004 * (traits.HasDirectEdge ? 1 : 0);
        error += 0.012 * (m0 - 0.5);
        _error = Math.Clamp(error, 0.048, 0.900);
    }

    /// <summary>What a repeat of the cell measures, by the formula.</summary>
    /// <param name="epochs">The number of epochs, positive.</param>
    /// <param name="repeat">0, 1, 2 in a data set.</param>
    public RecordedRun GetRecordedRun(int epochs, int repeat)
    {
        var random = new SplitMix64(
            _seed ^ unchecked((ulong)epochs * 0x9E3779B97F4A7C15) ^ unchecked((ulong)(repeat + 1) * 0xC2B2AE3D27D4EB4F));
        double u0 = random.NextUnit();
        double u1 = random.NextUnit();
        double u2 = random.NextUnit();
        double u3 = random.NextUnit();
        double u4 = random.NextUnit();
        double u5 = random.NextUnit();
        double u6 = random.NextUnit();
        double u7 = random.NextUnit();
        double u8 = random.NextUnit();
        double u9 = random.NextUnit();
        double u10 = random.NextUnit();

        double e = epochs;
        double h = _slowness;
        double a = 0.1 + ((0.9 - _error) * (e / (e + h)) * ((108 + h) / 108));
        double validation = a + (0.004 * (u0 + u1 + u2 - 1.5));
        double test = validation - 0.004 + (0.006 * (u3 - 0.5));
        double train = validation + ((1 - validation) * (e / (e + 8)) * 1.06);

        double halfwayShare = 0.72 + (0.20 * u4);
        double halfwayValidation = 0.1 + ((validation - 0.1) * halfwayShare);
        double halfwayTest = 0.1 + ((test - 0.1) * halfwayShare);
        double halfwayTrain = 0.1 + ((train - 0.1) * (halfwayShare + 0.05));
        if (_diverges || u5 < 0.001)
        {
            validation = 0.1 + (0.002 * (u0 - 0.5));
            test = 0.1 + (0.002 * (u1 - 0.5));
            halfwayValidation = 0.1 + (0.002 * (u2 - 0.5));
            halfwayTest = 0.1 + (0.002 * (u3 - 0.5));
        }

        double milliseconds = Math.Floor(
            (e * (8000 + (_parameters * 0.001) + (300 * _depth)) * (1 + (0.004 * (u6 - 0.5)))) + 0.5);
        double halfwayMilliseconds = Math.Floor((milliseconds * 0.4995) + 0.5);

        return new RecordedRun(
            new Evaluation(0, 0, Accuracy(0.1 + (0.01 * (u7 - 0.5))), Accuracy(0.1 + (0.01 * (u8 - 0.5))), Accuracy(0.1 + (0.01 * (u9 - 0.5)))),
            new Evaluation(e / 2, Seconds(halfwayMilliseconds), Accuracy(halfwayTrain), Accuracy(halfwayValidation), Accuracy(halfwayTest)),
            new Evaluation(e, Seconds(milliseconds), Accuracy(train), Accuracy(validation), Accuracy(test)),
            (milliseconds / 1000) + 300 + (50 * u10));
    }

    private static double Accuracy(double value) => Accuracies.Of((int)((Math.Clamp(value, 0, 1) * Accuracies.Denominator) + 0.5));

    private static double Seconds(double milliseconds) => (float)(milliseconds / 1000);
}
