namespace NasBench.Analysis;

/// <summary>Trainings that came to little more than guessing, of which the table has a few: their loss diverged.</summary>
/// <param name="Threshold">The test accuracy below which a training counts.</param>
/// <param name="Runs">How many trainings are below.</param>
/// <param name="Cells">The cells that they belong to, in the order of their hashes.</param>
public sealed record DivergedTrainings(double Threshold, int Runs, IReadOnlyList<DivergedCell> Cells)
{
    /// <summary>A test accuracy that no training reaches which did not diverge: guessing one of ten classes gives 0.1.</summary>
    public const double DefaultThreshold = 0.15;

    /// <summary>Finds them.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="columns">The columns of a number of epochs of it.</param>
    /// <param name="threshold">The test accuracy below which a training counts.</param>
    /// <returns>What was found. Milliseconds for the whole space.</returns>
    public static DivergedTrainings Of(Landscape landscape, EpochsColumns columns, double threshold = DefaultThreshold)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(columns);
        List<DivergedCell> cells = [];
        int runs = 0;
        foreach (int index in landscape.Cells)
        {
            int below = 0;
            foreach (double accuracy in columns.TestOfRepeats(index))
            {
                below += accuracy < threshold ? 1 : 0;
            }

            if (below > 0)
            {
                runs += below;
                cells.Add(new DivergedCell(
                    index, landscape.GetHash(index), columns.ValidationOfRepeats(index).ToArray(), columns.TestOfRepeats(index).ToArray()));
            }
        }

        return new DivergedTrainings(threshold, runs, [.. cells.OrderBy(cell => cell.Hash)]);
    }
}
