namespace NasBench.Bench;

/// <summary>The edit distance: for each of the 120 ways to assign the interior vertices, the two matrices entry by entry.</summary>
public sealed class StraightforwardDistance
{
    private const int Size = 7;

    /// <summary>The label of a vertex that is not there: free to change.</summary>
    private const sbyte Dummy = sbyte.MaxValue;

    private readonly int[][] _assignments = [.. Permute([1, 2, 3, 4, 5]).Select(interior => (int[])[0, .. interior, Size - 1])];

    /// <summary>A pruned cell on seven places, those that it lacks before the output without edges.</summary>
    public static StraightforwardCell Expand(StraightforwardCell cell) => cell.PadTo(Size, Dummy);

    /// <summary>The smallest cost over all assignments of two expanded cells.</summary>
    public int Edit(StraightforwardCell a, StraightforwardCell b)
    {
        int smallest = int.MaxValue;
        foreach (int[] assignment in _assignments)
        {
            int cost = 0;
            for (int from = 0; from < Size; from++)
            {
                int row = assignment[from] * Size;
                for (int to = 0; to < Size; to++)
                {
                    cost += a.Matrix[(from * Size) + to] != b.Matrix[row + assignment[to]] ? 1 : 0;
                }

                sbyte own = a.Labels[from];
                sbyte other = b.Labels[assignment[from]];
                cost += own != other && own != Dummy && other != Dummy ? 1 : 0;
            }

            smallest = Math.Min(smallest, cost);
        }

        return smallest;
    }

    private static IEnumerable<int[]> Permute(int[] values) => values.Length == 0
        ? [[]]
        : values.SelectMany(first => Permute([.. values.Where(value => value != first)]).Select(rest => (int[])[first, .. rest]));
}
