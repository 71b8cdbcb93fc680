using NasBench.Search;

namespace NasBench.Analysis;

/// <summary>The mean of standard deviations over the repeats of cells, added up in the order of the cells.</summary>
/// <param name="maxRepeats">The most repeats that a cell has.</param>
internal sealed class DeviationMean(int maxRepeats)
{
    private readonly double[] _present = new double[maxRepeats];
    private double _sum;

    /// <summary>How many cells have a deviation.</summary>
    public int Cells { get; private set; }

    /// <summary>The mean; NaN of none.</summary>
    public double Mean => _sum / Cells;

    /// <summary>Adds a cell. Values that the data lack play no part, and neither does a cell with fewer than two.</summary>
    public void Add(ReadOnlySpan<double> repeats)
    {
        int count = 0;
        foreach (double value in repeats)
        {
            if (!double.IsNaN(value))
            {
                _present[count++] = value;
            }
        }

        if (count >= 2)
        {
            _sum += Samples.Deviation(_present.AsSpan(0, count));
            Cells++;
        }
    }
}
