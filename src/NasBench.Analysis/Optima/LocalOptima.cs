using NasBench.Data;
using NasBench.Search;

namespace NasBench.Analysis;

/// <summary>The local optima of a landscape under one kind of neighbourhood, and where steepest ascent leads.</summary>
/// <remarks>
/// <para>
/// Cells are isomorphism classes, their neighbours those of <see cref="NeighborGraph"/>; cells without a value, and steps to them, do not count. A cell without
/// neighbours is both a strict and a weak optimum, as the definitions say; <see cref="Isolated"/> tells how many there are.
/// </para>
/// <para>
/// Steepest ascent moves to the best neighbour as long as that is better than the cell; of neighbours with the same value to the one with the least index. It
/// stops on plateaus. Where several cells have the best value of all, their basins count together. Immutable and thread-safe.
/// </para>
/// </remarks>
public sealed class LocalOptima
{
    private readonly int[] _summits;

    private LocalOptima(NeighborGraph graph, ReadOnlySpan<double> values, ReadOnlySpan<double> masses)
    {
        int[] next = new int[graph.Count];
        for (int index = 0; index < graph.Count; index++)
        {
            next[index] = double.IsNaN(values[index]) ? -1 : Look(graph[index], values, index);
        }

        _summits = Follow(next, out int[] steps);
        Plateaus = Plateaus.Find(graph, values);
        MeasureBasins(values, masses, steps);
    }

    /// <summary>The number of cells with a value.</summary>
    public int Cells { get; private set; }

    /// <summary>The cells whose value is above that of each neighbour.</summary>
    public int Strict { get; private set; }

    /// <summary>The cells whose value is not below that of any neighbour: strict ones and those beside equal ones.</summary>
    public int Weak { get; private set; }

    /// <summary>The cells that have no neighbour.</summary>
    public int Isolated { get; private set; }

    /// <summary>Neighbouring cells of equal value.</summary>
    public Plateaus Plateaus { get; }

    /// <summary>How many cells steepest ascent can end at: as many as there are weak optima.</summary>
    public int Basins => Weak;

    /// <summary>The number of cells in the largest basin.</summary>
    public int LargestBasin { get; private set; }

    /// <summary>The median number of cells of a basin; the lower one of two.</summary>
    public int MedianBasin { get; private set; }

    /// <summary>The cells from which steepest ascent ends at a best cell of all, that cell included.</summary>
    public int GlobalBasin { get; private set; }

    /// <summary><see cref="GlobalBasin"/> as part of <see cref="Cells"/>; NaN where there are no cells.</summary>
    public double GlobalBasinShare => (double)GlobalBasin / Cells;

    /// <summary>The part of the valid raw points of all cells that belong to cells of the global basin: the odds of a raw start. NaN without cells.</summary>
    public double GlobalBasinMass { get; private set; }

    /// <summary>The mean number of steps of steepest ascent over all cells; NaN without cells.</summary>
    public double MeanSteps { get; private set; }

    /// <summary>The most steps of steepest ascent.</summary>
    public int MaxSteps { get; private set; }

    /// <summary>The index of the cell that steepest ascent ends at, by the index of the start; -1 for a cell without a value.</summary>
    public ReadOnlySpan<int> Summits => _summits;

    /// <summary>Finds the local optima of values of all classes of NAS-Bench-101.</summary>
    /// <param name="graph">The neighbours of each class.</param>
    /// <param name="values">The value of each class, more is better; NaN where there is none.</param>
    /// <returns>The optima.</returns>
    /// <exception cref="ArgumentException">There is not a value for each class, or the graph is not of NAS-Bench-101.</exception>
    /// <remarks>Some tenths of a second for the whole space.</remarks>
    public static LocalOptima Find(NeighborGraph graph, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.Count != Nas101.CellCount)
        {
            throw new ArgumentException($"The graph has {graph.Count} classes, not the {Nas101.CellCount} of NAS-Bench-101.", nameof(graph));
        }

        return Find(graph, values, ClassWeights.Of(SearchEncoding.Raw));
    }

    /// <summary>Finds the local optima of any graph.</summary>
    /// <param name="graph">The neighbours.</param>
    /// <param name="values">The values.</param>
    /// <param name="masses">The raw points of each class, in any unit.</param>
    internal static LocalOptima Find(NeighborGraph graph, ReadOnlySpan<double> values, ReadOnlySpan<double> masses)
    {
        if (values.Length != graph.Count)
        {
            throw new ArgumentException($"There are {values.Length} values for {graph.Count} classes.", nameof(values));
        }

        return new LocalOptima(NeighborGraphs.Restrict(graph, values), values, masses);
    }

    /// <summary>Counts what a cell is, and finds where steepest ascent goes from it: the cell itself where it ends.</summary>
    private int Look(ReadOnlySpan<int> neighbors, ReadOnlySpan<double> values, int index)
    {
        int best = index;
        bool isStrict = true;
        foreach (int neighbor in neighbors)
        {
            isStrict &= values[neighbor] < values[index];
            best = values[neighbor] > values[best] ? neighbor : best;
        }

        Cells++;
        Isolated += neighbors.IsEmpty ? 1 : 0;
        Strict += isStrict ? 1 : 0;
        Weak += best == index ? 1 : 0;
        return best;
    }

    /// <summary>Follows all ascents to their ends, each step once.</summary>
    private static int[] Follow(int[] next, out int[] steps)
    {
        int[] summits = new int[next.Length];
        steps = new int[next.Length];
        Array.Fill(summits, -1);
        List<int> way = [];
        for (int start = 0; start < next.Length; start++)
        {
            int index = start;
            while (next[index] >= 0 && next[index] != index && summits[index] < 0)
            {
                way.Add(index);
                index = next[index];
            }

            if (next[index] == index)
            {
                summits[index] = index;
            }

            for (int i = way.Count - 1; i >= 0; i--)
            {
                summits[way[i]] = summits[index];
                steps[way[i]] = steps[next[way[i]]] + 1;
            }

            way.Clear();
        }

        return summits;
    }

    private void MeasureBasins(ReadOnlySpan<double> values, ReadOnlySpan<double> masses, int[] steps)
    {
        double best = double.NegativeInfinity;
        foreach (double value in values)
        {
            best = value > best ? value : best;
        }

        int[] sizes = new int[values.Length];
        double all = 0;
        double mass = 0;
        long sum = 0;
        for (int index = 0; index < values.Length; index++)
        {
            int summit = _summits[index];
            if (summit >= 0)
            {
                bool isGlobal = values[summit] == best;
                sizes[summit]++;
                GlobalBasin += isGlobal ? 1 : 0;
                mass += isGlobal ? masses[index] : 0;
                all += masses[index];
                sum += steps[index];
                MaxSteps = Math.Max(MaxSteps, steps[index]);
            }
        }

        int[] basins = [.. sizes.Where(size => size > 0).Order()];
        LargestBasin = basins.Length > 0 ? basins[^1] : 0;
        MedianBasin = basins.Length > 0 ? basins[(basins.Length - 1) / 2] : 0;
        GlobalBasinMass = mass / all;
        MeanSteps = (double)sum / Cells;
    }
}
