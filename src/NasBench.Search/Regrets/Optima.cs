using NasBench.Data;

namespace NasBench.Search;

/// <summary>
/// The best values of a data set after the most epochs that it holds, which regrets are measured from. They are computed from the data in use, over all
/// of its cells: a constant from elsewhere would be wrong for every other table.
/// </summary>
public sealed class Optima
{
    private readonly double[] _values = new double[RegretKinds.Names.Count];
    private readonly double[] _testMeans;
    private readonly double[] _validationMeans;

    /// <summary>Looks at all cells of a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <remarks>Tens of milliseconds for the whole space in memory, 7 MB.</remarks>
    /// <exception cref="SearchException">The data hold no cell.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Optima(Dataset data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Epochs.Length == 0 || data.CellCount == 0)
        {
            throw new SearchException("the data set holds no cell to search for");
        }

        Epochs = data.Epochs[^1];
        _testMeans = new double[Nas101.CellCount];
        _validationMeans = new double[Nas101.CellCount];
        Array.Fill(_testMeans, double.NaN);
        Array.Fill(_validationMeans, double.NaN);
        RunStore store = data.Store;
        int position = store.FindEpochs(Epochs);
        store.PrepareForAllCells(null, cancellationToken);
        double bestTest = double.NegativeInfinity;
        double bestSingle = double.NegativeInfinity;
        double bestValidation = double.NegativeInfinity;
        int count = 0;
        foreach (int index in store.Indices)
        {
            if ((count++ & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int place = store.FindPlace(index);
            int repeats = store.CountRepeatsAt(place, position);
            if (repeats == 0)
            {
                continue;
            }

            // Sums in the order of the repeats, as everywhere.
            double test = 0;
            double validation = 0;
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                Metrics metrics = store.GetMetricsAt(place, index, position, repeat, EvaluationPoint.Final);
                test += metrics.TestAccuracy;
                validation += metrics.ValidationAccuracy;
                bestSingle = Math.Max(bestSingle, double.IsNaN(metrics.TestAccuracy) ? bestSingle : metrics.TestAccuracy);
            }

            _testMeans[index] = test / repeats;
            _validationMeans[index] = validation / repeats;
            bestTest = double.IsNaN(_testMeans[index]) ? bestTest : Math.Max(bestTest, _testMeans[index]);
            bestValidation = double.IsNaN(_validationMeans[index]) ? bestValidation : Math.Max(bestValidation, _validationMeans[index]);
        }

        _values[(int)RegretKind.TestMean] = bestTest;
        _values[(int)RegretKind.TestSingle] = bestSingle;
        _values[(int)RegretKind.ValidMean] = bestValidation;
        _values[(int)RegretKind.ValidSingleSeen] = bestValidation;
    }

    /// <summary>The number of epochs: the most that the data hold.</summary>
    public int Epochs { get; }

    /// <summary>The best value.</summary>
    /// <param name="kind">Of what.</param>
    public double this[RegretKind kind] => _values[(int)kind];

    /// <summary>The mean test accuracy of a cell; NaN where the data lack it.</summary>
    /// <param name="index">The index of a cell.</param>
    public double MeanTest(int index) => _testMeans[index];

    /// <summary>The regret of an incumbent.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="incumbent">The incumbent.</param>
    /// <returns>Best value - the incumbent's.</returns>
    public double Regret(RegretKind kind, in Incumbent incumbent) => _values[(int)kind] - kind switch
    {
        RegretKind.TestMean => _testMeans[incumbent.Index],
        RegretKind.TestSingle => incumbent.TestAccuracy,
        RegretKind.ValidMean => _validationMeans[incumbent.Index],
        _ => incumbent.ValidationAccuracy,
    };
}
