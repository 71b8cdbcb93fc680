using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>The final evaluations of all cells at one number of epochs: means over the repeats, and the single repeats.</summary>
/// <remarks>Arrays of means are indexed by the index of a cell in the space; NaN where the data lack the value. Immutable, thread-safe.</remarks>
public sealed class EpochsColumns
{
    private readonly int _position;
    private readonly int[] _starts;
    private readonly double[] _validation = CreateAbsent();
    private readonly double[] _test = CreateAbsent();
    private readonly double[] _train = CreateAbsent();
    private readonly double[] _time = CreateAbsent();
    private readonly double[] _validationOfRuns;
    private readonly double[] _testOfRuns;

    /// <summary>Makes room for the runs of all cells.</summary>
    /// <param name="store">The data set.</param>
    /// <param name="position">The position of the number of epochs.</param>
    internal EpochsColumns(RunStore store, int position)
    {
        Epochs = store.Epochs[position];
        _position = position;
        _starts = new int[Nas101.CellCount + 1];
        foreach (int index in store.Indices)
        {
            int repeats = store.CountRepeatsAt(store.FindPlace(index), position);
            _starts[index + 1] = repeats;
            CellCount += repeats > 0 ? 1 : 0;
            MaxRepeats = Math.Max(MaxRepeats, repeats);
        }

        for (int index = 0; index < Nas101.CellCount; index++)
        {
            _starts[index + 1] = checked(_starts[index] + _starts[index + 1]);
        }

        _validationOfRuns = new double[RunCount];
        _testOfRuns = new double[RunCount];
    }

    /// <summary>The number of epochs.</summary>
    public int Epochs { get; }

    /// <summary>How many cells have runs.</summary>
    public int CellCount { get; }

    /// <summary>How many runs all cells have together.</summary>
    public int RunCount => _starts[^1];

    /// <summary>The most repeats that any cell has.</summary>
    public int MaxRepeats { get; }

    /// <summary>Mean validation accuracy over the repeats, by index. Sums run in the order of the repeats; NaN where one lacks the value.</summary>
    public ReadOnlySpan<double> Validation => _validation;

    /// <summary>Mean test accuracy, by index.</summary>
    public ReadOnlySpan<double> Test => _test;

    /// <summary>Mean train accuracy, by index.</summary>
    public ReadOnlySpan<double> Train => _train;

    /// <summary>Mean training time in seconds, by index.</summary>
    public ReadOnlySpan<double> TrainingTime => _time;

    /// <summary>A column of means, by index.</summary>
    /// <param name="metric">Of what.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such metric.</exception>
    public ReadOnlySpan<double> this[MetricKind metric] => metric switch
    {
        MetricKind.Validation => _validation,
        MetricKind.Test => _test,
        MetricKind.Train => _train,
        MetricKind.TrainingTime => _time,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "is no metric"),
    };

    /// <summary>How many repeats a cell has.</summary>
    /// <param name="index">The index of a cell of the space.</param>
    public int CountRepeats(int index) => _starts[index + 1] - _starts[index];

    /// <summary>The validation accuracies of the repeats of a cell, in the order of the file.</summary>
    /// <param name="index">The index of a cell of the space.</param>
    public ReadOnlySpan<double> ValidationOfRepeats(int index) => _validationOfRuns.AsSpan(_starts[index].._starts[index + 1]);

    /// <summary>The test accuracies of the repeats of a cell, in the order of the file.</summary>
    /// <param name="index">The index of a cell of the space.</param>
    public ReadOnlySpan<double> TestOfRepeats(int index) => _testOfRuns.AsSpan(_starts[index].._starts[index + 1]);

    /// <summary>The values of a column that the data hold, in the order of the cells: no NaN.</summary>
    /// <param name="metric">Of what.</param>
    public double[] PresentValues(MetricKind metric)
    {
        ReadOnlySpan<double> column = this[metric];
        double[] values = new double[CellCount];
        int count = 0;
        foreach (double value in column)
        {
            if (!double.IsNaN(value))
            {
                values[count++] = value;
            }
        }

        return values[..count];
    }

    /// <summary>Reads the runs of some cells. Other threads may read other cells at the same time.</summary>
    /// <param name="store">The data set.</param>
    /// <param name="cells">Indices of cells of the data.</param>
    internal void Fill(RunStore store, ReadOnlySpan<int> cells)
    {
        foreach (int index in cells)
        {
            int first = _starts[index];
            int repeats = _starts[index + 1] - first;
            if (repeats == 0)
            {
                continue;
            }

            int place = store.FindPlace(index);
            double validation = 0;
            double test = 0;
            double train = 0;
            double time = 0;
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                Metrics metrics = store.GetMetricsAt(place, index, _position, repeat, EvaluationPoint.Final);
                _validationOfRuns[first + repeat] = metrics.ValidationAccuracy;
                _testOfRuns[first + repeat] = metrics.TestAccuracy;
                validation += metrics.ValidationAccuracy;
                test += metrics.TestAccuracy;
                train += metrics.TrainAccuracy;
                time += metrics.TrainingTime;
            }

            _validation[index] = validation / repeats;
            _test[index] = test / repeats;
            _train[index] = train / repeats;
            _time[index] = time / repeats;
        }
    }

    private static double[] CreateAbsent()
    {
        double[] values = new double[Nas101.CellCount];
        Array.Fill(values, double.NaN);
        return values;
    }
}
