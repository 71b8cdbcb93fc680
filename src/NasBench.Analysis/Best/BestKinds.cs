namespace NasBench.Analysis;

/// <summary>The names of the definitions of best, and what they rank by.</summary>
public static class BestKinds
{
    /// <summary>All names, in the order of <see cref="BestKind"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["test-mean", "test-single", "valid-mean", "valid-single"];

    /// <summary>The name of a definition.</summary>
    /// <param name="kind">The definition.</param>
    public static string GetName(this BestKind kind) => Names[(int)kind];

    /// <summary>Finds a definition by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">The definition; <see cref="BestKind.TestMean"/> if there is none.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string name, out BestKind kind)
    {
        int position = Names.ToList().IndexOf(name);
        kind = (BestKind)Math.Max(position, 0);
        return position >= 0;
    }

    /// <summary>Whether a definition looks at single repeats rather than at means.</summary>
    internal static bool IsSingle(this BestKind kind) => kind is BestKind.TestSingle or BestKind.ValidSingle;

    /// <summary>The accuracies of a cell's repeats that a definition looks at.</summary>
    internal static ReadOnlySpan<double> RepeatsOf(this BestKind kind, EpochsColumns columns, int index) =>
        kind is BestKind.TestMean or BestKind.TestSingle ? columns.TestOfRepeats(index) : columns.ValidationOfRepeats(index);

    /// <summary>What a cell is worth under a definition; NaN where the data do not say.</summary>
    internal static double ValueOf(this BestKind kind, EpochsColumns columns, int index)
    {
        if (!kind.IsSingle())
        {
            return kind == BestKind.TestMean ? columns.Test[index] : columns.Validation[index];
        }

        double best = double.NaN;
        foreach (double value in kind.RepeatsOf(columns, index))
        {
            best = double.IsNaN(best) || value > best ? value : best;
        }

        return best;
    }
}
