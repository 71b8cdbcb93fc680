namespace NasBench.Analysis;

/// <summary>How much repeats of the same training differ at one number of epochs.</summary>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Cells">How many cells have at least two repeats with a test accuracy.</param>
/// <param name="TestDeviation">
/// The mean over these cells of the standard deviation of the final test accuracy over the repeats (divided by one less than their number), a fraction; NaN
/// where there is no such cell.
/// </param>
/// <param name="ValidationDeviation">The same of the validation accuracy, over the cells that have two of it.</param>
public sealed record RepeatNoise(int Epochs, int Cells, double TestDeviation, double ValidationDeviation)
{
    /// <summary>The noise at each number of epochs of a landscape (paper, figure 2).</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>One for each number of epochs, ascending. Tens of milliseconds for the whole space.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IReadOnlyList<RepeatNoise> Of(Landscape landscape, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        List<RepeatNoise> noises = [];
        foreach (EpochsColumns columns in landscape.Columns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DeviationMean test = new(columns.MaxRepeats);
            DeviationMean validation = new(columns.MaxRepeats);
            foreach (int index in landscape.Cells)
            {
                test.Add(columns.TestOfRepeats(index));
                validation.Add(columns.ValidationOfRepeats(index));
            }

            noises.Add(new RepeatNoise(columns.Epochs, test.Cells, test.Mean, validation.Mean));
        }

        return noises;
    }
}
