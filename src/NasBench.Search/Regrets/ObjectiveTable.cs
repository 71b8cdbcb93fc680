using NasBench.Data;

namespace NasBench.Search;

/// <summary>All cells of a table in two objectives, as no searcher sees them: mean test accuracy, and parameters or mean training time.</summary>
public sealed class ObjectiveTable
{
    private const double Margin = 0.1;

    private readonly double[] _second;
    private readonly Optima _optima;

    /// <summary>Looks at all cells of a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="optima">Its best values.</param>
    /// <param name="objectives">The objectives; two of them.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <remarks>Tenths of a second for the whole space; some seconds for the built-in data set, which computes its values.</remarks>
    /// <exception cref="ArgumentException">There is no second objective.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ObjectiveTable(Dataset data, Optima optima, SearchObjectives objectives, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optima);
        if (objectives == SearchObjectives.Accuracy)
        {
            throw new ArgumentException("there is no second objective", nameof(objectives));
        }

        _optima = optima;
        _second = objectives == SearchObjectives.AccuracyParameters ? Parameters() : MeanTimes(data, optima.Epochs, cancellationToken);
        ObjectivePair[] front = ParetoFront.Of(Judged(data));
        Front = front;
        if (front.Length == 0)
        {
            Scale = new ObjectiveScale(default, 0);
            return;
        }

        var reference = new ObjectivePair(
            front[^1].First + (Margin * (front[^1].First - front[0].First)), front[0].Second + (Margin * (front[0].Second - front[^1].Second)));
        Scale = new ObjectiveScale(reference, ParetoFront.Hypervolume(front, reference));
    }

    /// <summary>The exact front of the table, from the smallest loss to the largest.</summary>
    public IReadOnlyList<ObjectivePair> Front { get; }

    /// <summary>What hypervolumes are measured by.</summary>
    public ObjectiveScale Scale { get; }

    /// <summary>A cell in both objectives: 1 - mean test accuracy, and parameters or mean training time.</summary>
    /// <param name="index">The index of the class.</param>
    /// <returns>The values; NaN where the data lack them.</returns>
    public ObjectivePair this[int index] => new(1 - _optima.MeanTest(index), _second[index]);

    private IEnumerable<ObjectivePair> Judged(Dataset data)
    {
        foreach (int index in data.Store.Indices.ToArray())
        {
            ObjectivePair pair = this[index];
            if (!double.IsNaN(pair.First) && !double.IsNaN(pair.Second))
            {
                yield return pair;
            }
        }
    }

    private static double[] Parameters()
    {
        int[] counts = new int[Nas101.CellCount];
        CellCosts.FillTrainableParameters(counts);
        return Array.ConvertAll(counts, count => (double)count);
    }

    private static double[] MeanTimes(Dataset data, int epochs, CancellationToken cancellationToken)
    {
        double[] times = new double[Nas101.CellCount];
        Array.Fill(times, double.NaN);
        RunStore store = data.Store;
        int position = store.FindEpochs(epochs);
        int count = 0;
        foreach (int index in store.Indices)
        {
            if ((count++ & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (MeanRun.TryGet(store, index, position, out Run mean) == QueryStatus.Found)
            {
                times[index] = mean.Final.TrainingTime;
            }
        }

        return times;
    }
}
