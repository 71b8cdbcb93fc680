using NasBench.Data;
using NasBench.Search;

namespace NasBench.Bench;

/// <summary>The rows of searches: an evaluation with all that the strategy and the accounting do for it. The floor is a bare query by index.</summary>
/// <param name="inputs">The cells.</param>
/// <param name="data">The data set.</param>
/// <param name="epochs">The number of epochs.</param>
public sealed class SearchRows(BenchInputs inputs, Dataset data, int epochs)
{
    /// <summary>Evaluations of a run.</summary>
    private const int Evaluations = 1 << 17;

    private readonly int[] _indices = [.. inputs.Scatter(Evaluations)];
    private double _sum;

    /// <summary>Random search over raw cells.</summary>
    public Race Random(string name) => Create(name, "random", plain => new Contender(Evaluations, (_, count) => plain.RunRandom(count)));

    /// <summary>Regularized evolution over raw cells, with the settings of the paper.</summary>
    public Race Evolution(string name) => Create(name, "re", plain => new Contender(Evaluations, (_, count) => plain.RunEvolution(count)));

    /// <summary>Local search, first improvement, from one random cell after the other.</summary>
    public Race LocalSearch(string name) => Create(name, "ls", plain => new Contender(Evaluations, (_, count) => plain.RunLocalSearch(count)));

    private Race Create(string name, string algorithm, Func<StraightforwardSearch, Contender> createPlain)
    {
        RunningSearch search = RunningSearch.Start(data, algorithm, SearchEncoding.Raw);
        return new Race(
            name,
            "evaluation",
            new Contender(Evaluations, (_, count) => search.Evaluate(count)),
            [createPlain(new StraightforwardSearch(StraightforwardTable.Of(data, epochs), epochs))],
            [new Contender(_indices.Length, Query)]);
    }

    private int Query(int first, int count)
    {
        foreach (int index in _indices.AsSpan(first, count))
        {
            data.TryGetRun(index, epochs, 0, out Run run);
            _sum += run.Final.ValidationAccuracy;
        }

        return count;
    }
}
