namespace NasBench.Data;

/// <summary>
/// Made-up metrics: a formula that gives every cell, number of epochs and repeat plausible values of the real precision.
/// Graphs, hashes and parameter counts are true, the metrics are not, and every answer built on them must say so.
/// </summary>
/// <remarks>
/// The formula is exact to the bit, so independent implementations can be compared byte for byte. All members are thread-safe
/// and allocate nothing; an answer costs about a microsecond, and a few more where the module hash has to be computed.
/// </remarks>
public static class SyntheticMetrics
{
    /// <summary>The repeats of each cell and number of epochs in a synthetic data set.</summary>
    public const int RepeatCount = 3;

    /// <summary>A made-up repeat of a cell of the space.</summary>
    /// <param name="index">The cell's index, 0 to the number of cells of the space - 1.</param>
    /// <param name="epochs">The number of epochs, at least 1.</param>
    /// <param name="repeat">The repeat, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RecordedRun GetRecordedRun(int index, int epochs, int repeat)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(repeat);
        return ModelOf(index, Space<Nas101>.HashAt(index)).GetRecordedRun(epochs, repeat);
    }

    /// <summary>The same for a caller who knows the cell's hash already, which is most of the work.</summary>
    /// <param name="index">The cell's index, 0 to the number of cells of the space - 1.</param>
    /// <param name="hash">The module hash of the cell with that index.</param>
    /// <param name="epochs">The number of epochs, at least 1.</param>
    /// <param name="repeat">The repeat, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RecordedRun GetRecordedRun(int index, ModuleHash hash, int epochs, int repeat)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(repeat);
        return ModelOf(index, hash).GetRecordedRun(epochs, repeat);
    }

    internal static SyntheticModel ModelOf(int index, ModuleHash hash) =>
        new(hash, Space<Nas101>.CellAt(index), TrueParameters.OfAllCells[index]);

    /// <summary>
    /// Whether a run's values are those of the formula. Files number repeats by position, so any of the three counts; most likely the one with the same number.
    /// </summary>
    internal static bool IsSynthetic(in SyntheticModel model, int epochs, int repeat, in Run run)
    {
        for (int i = 0; i < RepeatCount; i++)
        {
            if (model.GetRecordedRun(epochs, (repeat + i) % RepeatCount).ToRun() == run)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all of a repeat, the values that queries never show included, is what the formula gives.</summary>
    internal static bool IsSynthetic(in SyntheticModel model, int epochs, int repeat, in RecordedRun recorded)
    {
        for (int i = 0; i < RepeatCount; i++)
        {
            if (model.GetRecordedRun(epochs, (repeat + i) % RepeatCount) == recorded)
            {
                return true;
            }
        }

        return false;
    }
}
