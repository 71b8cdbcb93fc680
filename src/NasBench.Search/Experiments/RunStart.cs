using NasBench.Data;

namespace NasBench.Search;

/// <summary>What one run begins with: its context, its strategy and its draws of repeats.</summary>
/// <param name="Context">What the strategy has to work with.</param>
/// <param name="CreateStrategy">Starts the strategy.</param>
/// <param name="Repeats">Draws the repeats.</param>
internal sealed record RunStart(StrategyContext Context, Func<StrategyContext, ISearchStrategy> CreateStrategy, IRepeatDraws Repeats)
{
    public static RunStart Create(Dataset data, SearchPlan plan, PlannedAlgorithm planned, int run)
    {
        string stream = plan.HasCommonStart ? "" : planned.Algorithm.Name;
        var context = new StrategyContext(
            planned.Encoding,
            planned.Settings,
            data.Epochs,
            RandomStreams.Create(plan.Seed, stream, run, StreamPurpose.Proposals),
            RandomStreams.Create(plan.Seed, stream, run, StreamPurpose.Models))
        {
            Workers = plan.Workers,
        };
        return new RunStart(
            context, planned.Algorithm.Create, new SplitMixRepeatDraws(RandomStreams.Create(plan.Seed, stream, run, StreamPurpose.Repeats)));
    }
}
