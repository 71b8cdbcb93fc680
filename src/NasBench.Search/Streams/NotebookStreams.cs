using NasBench.Data;

namespace NasBench.Search;

/// <summary>
/// The two generators of the original's notebook after <c>random.seed(seed); numpy.random.seed(seed)</c>. Strategy and queries share Python's, so a run is
/// the original's only if each of them draws in its turn.
/// </summary>
internal sealed class NotebookStreams
{
    /// <summary>Seeds both.</summary>
    /// <param name="seed">The seed; numpy takes none above.</param>
    public NotebookStreams(uint seed)
    {
        Python = new PythonRandom(seed);
        Numpy = new NumpyRandom(seed);
        Repeats = new PythonRepeatDraws(Python);
    }

    /// <summary>Draws tournaments and mutations.</summary>
    public PythonRandom Python { get; }

    /// <summary>Draws random cells.</summary>
    public NumpyRandom Numpy { get; }

    /// <summary>Draws repeats, from <see cref="Python"/>.</summary>
    public IRepeatDraws Repeats { get; }
}
