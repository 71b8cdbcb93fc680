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
        NotebookStreams? notebook = Replays(plan, planned) ? new NotebookStreams(NotebookSeed(plan, run)) : null;
        string stream = plan.HasCommonStart ? "" : planned.Algorithm.Name;
        var context = new StrategyContext(
            planned.Encoding,
            planned.Settings,
            data.Epochs,
            RandomStreams.Create(plan.Seed, stream, run, StreamPurpose.Proposals),
            RandomStreams.Create(plan.Seed, stream, run, StreamPurpose.Models))
        {
            Workers = plan.Workers,
            Objectives = plan.Objectives,
            Notebook = notebook,
        };
        IRepeatDraws repeats = notebook?.Repeats ?? new SplitMixRepeatDraws(RandomStreams.Create(plan.Seed, stream, run, StreamPurpose.Repeats));
        return new RunStart(context, planned.Algorithm.Create, repeats);
    }

    /// <summary>
    /// Whether the notebook's own draws are made. It has one encoding, one worker and one objective; with others its profile gives settings alone.
    /// </summary>
    private static bool Replays(SearchPlan plan, PlannedAlgorithm planned)
        => planned.Profile == SearchProfile.Notebook && planned.Encoding == SearchEncoding.Raw && plan.Workers == 1
            && plan.Objectives == SearchObjectives.Accuracy;

    /// <summary>The seed of a run of the notebook, which numpy must take: run 0 has the plan's.</summary>
    private static uint NotebookSeed(SearchPlan plan, int run)
    {
        ulong largest = uint.MaxValue - (ulong)(plan.Runs - 1);
        return plan.Seed <= largest
            ? (uint)(plan.Seed + (ulong)run)
            : throw new SearchException($"the profile notebook takes seeds up to {largest} for {plan.Runs} runs, not {plan.Seed}");
    }
}
