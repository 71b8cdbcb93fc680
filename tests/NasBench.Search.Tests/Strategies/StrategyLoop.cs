using NasBench.Data;

namespace NasBench.Search.Tests;

/// <summary>Drives a strategy by hand: one open proposal at a time, and made-up losses.</summary>
internal static class StrategyLoop
{
    public static int[] AllEpochs => [4, 12, 36, 108];

    public static StrategyContext Context(
        string algorithm, SearchEncoding encoding, ulong seed = 1, int[]? epochs = null, params (string Name, string Value)[] settings)
    {
        StrategySettings all = ProfileTable.Find(algorithm, SearchProfile.Paper)!;
        foreach ((string name, string value) in settings)
        {
            all = all.With(name, value);
        }

        return new StrategyContext(encoding, all, epochs ?? AllEpochs, new SplitMixRandom(seed), new SplitMixRandom(seed + 1000));
    }

    public static Answer Evaluate(in Proposal proposal, int step)
    {
        if (!proposal.IsValid)
        {
            return Answer.Invalid;
        }

        int repeat = step % SyntheticMetrics.RepeatCount;
        double accuracy = SyntheticMetrics.GetRecordedRun(proposal.Index, proposal.Epochs, repeat).ToRun().Final.ValidationAccuracy;
        return new Answer(1 - accuracy, accuracy, proposal.Epochs, repeat);
    }

    public static List<(Proposal Proposal, Answer Answer)> Run(ISearchStrategy strategy, int steps)
    {
        var done = new List<(Proposal, Answer)>();
        for (int step = 0; step < steps && strategy.TryAsk(out Proposal proposal); step++)
        {
            Answer answer = Evaluate(proposal, step);
            strategy.Tell(proposal, answer);
            done.Add((proposal, answer));
        }

        return done;
    }

    /// <summary>The configuration of a proposal in an encoding that keeps raw cells.</summary>
    public static double[] Unpack(SearchEncoding encoding, Cell cell)
    {
        var configuration = new double[encoding.Parameters.Length];
        encoding.Unpack(cell.Bits, configuration);
        return configuration;
    }
}
