namespace NasBench.Search;

/// <summary>The evaluations that a model is fitted to: genotypes, features and losses, in the order in which they were told.</summary>
internal sealed class Observations(CellFeatures features)
{
    private float[] _rows = [];
    private double[] _losses = [];
    private ulong[] _genotypes = [];
    private int[] _order = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest loss; infinite while there is none.</summary>
    public double Best { get; private set; } = double.PositiveInfinity;

    /// <summary>The features [<see cref="Count"/>, features], row after row.</summary>
    public ReadOnlySpan<float> Rows => _rows.AsSpan(0, Count * features.Count);

    /// <summary>The losses.</summary>
    public ReadOnlySpan<double> Losses => _losses.AsSpan(0, Count);

    /// <summary>Adds an evaluation.</summary>
    public void Add(ulong genotype, Cell cell, double loss)
    {
        if (Count == _losses.Length)
        {
            int room = Math.Max(2 * Count, 64);
            Array.Resize(ref _losses, room);
            Array.Resize(ref _genotypes, room);
            Array.Resize(ref _rows, room * features.Count);
            _order = new int[room];
        }

        features.Write(cell, _rows.AsSpan(Count * features.Count, features.Count));
        _genotypes[Count] = genotype;
        _losses[Count++] = loss;
        Best = Math.Min(Best, loss);
    }

    /// <summary>The genotypes with the lowest losses, the lowest first; of equal ones the older first.</summary>
    /// <param name="genotypes">Receives them; as long as they are wanted.</param>
    /// <returns>How many there are.</returns>
    public int FindBest(Span<ulong> genotypes)
    {
        int count = Acquisition.FindLowest(Losses, _order.AsSpan(0, Math.Min(Count, genotypes.Length)));
        for (int i = 0; i < count; i++)
        {
            genotypes[i] = _genotypes[_order[i]];
        }

        return count;
    }
}
