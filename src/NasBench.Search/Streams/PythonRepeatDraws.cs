using NasBench.Data;

namespace NasBench.Search;

/// <summary>Repeats as the original's <c>query()</c> draws them, <c>random.randint(0, count - 1)</c>, from a generator that others may draw from too.</summary>
/// <param name="random">The generator.</param>
internal sealed class PythonRepeatDraws(PythonRandom random) : IRepeatDraws
{
    public int Next(int count) => random.NextBelow(count);
}
