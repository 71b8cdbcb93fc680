namespace NasBench.Search;

/// <summary>Repeats from a stream of their own.</summary>
/// <param name="random">The stream.</param>
internal sealed class SplitMixRepeatDraws(SplitMixRandom random) : IRepeatDraws
{
    public int Next(int count) => random.Next(count);
}
