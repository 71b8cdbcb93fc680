using System.Numerics;

namespace NasBench.Data;

/// <summary>
/// Queries as the original's <c>query()</c> answers them: one repeat drawn at random, and a budget that every answer spends from.
/// </summary>
/// <remarks>
/// For the same integer seed and the same queries the draws are those of the original Python code (<c>random.seed(seed)</c>, then
/// <c>random.randint(0, repeats - 1)</c> for each query). A query that finds nothing draws nothing and spends nothing. A session belongs to one
/// thread at a time; many sessions can share a <see cref="Dataset"/>. Queries allocate nothing.
/// </remarks>
/// <example>
/// <code>
/// using Dataset data = Dataset.Open("nasbench_only108.tfrecord");
/// var session = new QuerySession(data, seed: 1);
/// session.TryQuery(Nas101.CellAt(1234), epochs: 108, EvaluationPoint.Final, out Metrics metrics, out int repeat);
/// Console.WriteLine($"{metrics.ValidationAccuracy} by repeat {repeat}; spent {session.Budget.TrainingTime} s");
/// </code>
/// </example>
public sealed class QuerySession
{
    private readonly PythonRandom _random;
    private double _trainingTime;
    private long _epochs;

    /// <summary>A session whose draws a seed decides.</summary>
    /// <param name="data">The data set; the session does not dispose it.</param>
    /// <param name="seed">Any integer; as in CPython its sign is ignored.</param>
    public QuerySession(Dataset data, BigInteger seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        Data = data;
        _random = new PythonRandom(seed);
    }

    /// <summary>A session with a random seed, so that its draws differ from run to run.</summary>
    /// <param name="data">The data set; the session does not dispose it.</param>
    public QuerySession(Dataset data)
        : this(data, new BigInteger(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)))
    {
    }

    /// <summary>The data set that answers.</summary>
    public Dataset Data { get; }

    /// <summary>What the session has spent since its start or the last <see cref="ResetBudget"/> (the original's <c>get_budget_counters</c>).</summary>
    public Budget Budget => new(_trainingTime, _epochs);

    /// <summary>Draws one of a cell's repeats and gives one evaluation of it.</summary>
    /// <param name="index">The cell's index. Any integer may be asked for; one outside the space is an invalid cell.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="point">Where to stop. The halfway evaluation spends half of the epochs, rounded down.</param>
    /// <param name="metrics">What the evaluation measured; all NaN unless found.</param>
    /// <param name="repeat">The repeat drawn, from 0; -1 unless found.</param>
    /// <returns>Whether it was found, or why not.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="point"/> is neither halfway nor final.</exception>
    public QueryStatus TryQuery(int index, int epochs, EvaluationPoint point, out Metrics metrics, out int repeat)
    {
        point.Require();
        RunStore store = Data.Store;
        int position = store.FindEpochs(epochs);
        if (position < 0)
        {
            return AnswerNothing(QueryStatus.NoSuchEpochs, out metrics, out repeat);
        }

        int place = store.FindPlace(index);
        int count = place < 0 ? 0 : store.CountRepeatsAt(place, position);
        if (count == 0)
        {
            return AnswerNothing(store.Check(index, position, 0), out metrics, out repeat);
        }

        repeat = _random.NextBelow(count);
        metrics = store.GetMetricsAt(place, index, position, repeat, point);
        Spend(metrics, epochs, point);
        return QueryStatus.Found;
    }

    /// <inheritdoc cref="TryQuery(int, int, EvaluationPoint, out Metrics, out int)"/>
    /// <param name="cell">Any cell isomorphic to the one in the data.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="point">Where to stop. The halfway evaluation spends half of the epochs, rounded down.</param>
    /// <param name="metrics">What the evaluation measured; all NaN unless found.</param>
    /// <param name="repeat">The repeat drawn, from 0; -1 unless found.</param>
    public QueryStatus TryQuery(Cell cell, int epochs, EvaluationPoint point, out Metrics metrics, out int repeat) =>
        TryQuery(Space<Nas101>.Locate(cell), epochs, point, out metrics, out repeat);

    /// <summary>Spends what one evaluation costs, for callers who choose the repeat themselves. A training time that the data lack costs nothing.</summary>
    /// <param name="metrics">The evaluation.</param>
    /// <param name="epochs">The number of epochs of its repeat.</param>
    /// <param name="point">Which evaluation it is. The halfway one spends half of the epochs, rounded down.</param>
    public void Spend(in Metrics metrics, int epochs, EvaluationPoint point)
    {
        _trainingTime += double.IsNaN(metrics.TrainingTime) ? 0 : metrics.TrainingTime;
        _epochs += point == EvaluationPoint.Halfway ? epochs / 2 : epochs;
    }

    /// <summary>Sets what was spent to zero (the original's <c>reset_budget_counters</c>). The random state stays.</summary>
    public void ResetBudget()
    {
        _trainingTime = 0;
        _epochs = 0;
    }

    private static QueryStatus AnswerNothing(QueryStatus reason, out Metrics metrics, out int repeat)
    {
        metrics = Metrics.Absent;
        repeat = -1;
        return reason;
    }
}
