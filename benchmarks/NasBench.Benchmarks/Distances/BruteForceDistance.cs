namespace NasBench.Benchmarks.Distances;

/// <summary>The edit distance the straightforward way: for each of the 120 assignments, the two matrices entry by entry.</summary>
internal sealed class BruteForceDistance
{
    private const int Size = Cell.MaxVertices;

    private readonly int[][] _assignments = [.. Enumerable.Range(0, Nas101.Relabellings.Length / Cell.MaxInteriorVertices).Select(CreateAssignment)];

    /// <summary>A pruned cell written out: the matrix of seven places, and a label for each, -1 for a dummy.</summary>
    public static (int[,] Matrix, int[] Labels) Expand(Cell cell)
    {
        cell.TryPrune(out Cell pruned);
        int[,] matrix = new int[Size, Size];
        int[] labels = [-2, -1, -1, -1, -1, -1, -3];
        int last = pruned.Vertices - 1;
        for (int x = 0; x < last; x++)
        {
            for (int y = x + 1; y <= last; y++)
            {
                matrix[x, y == last ? Size - 1 : y] = pruned.HasEdge(x, y) ? 1 : 0;
            }

            labels[x] = x == 0 ? labels[0] : pruned.GetOperation(x);
        }

        return (matrix, labels);
    }

    /// <summary>The smallest cost over all assignments, dummies free.</summary>
    public int Edit((int[,] Matrix, int[] Labels) a, (int[,] Matrix, int[] Labels) b)
    {
        int smallest = int.MaxValue;
        foreach (int[] assignment in _assignments)
        {
            int cost = 0;
            for (int x = 0; x < Size; x++)
            {
                for (int y = 0; y < Size; y++)
                {
                    cost += a.Matrix[x, y] != b.Matrix[assignment[x], assignment[y]] ? 1 : 0;
                }

                int own = a.Labels[x];
                int other = b.Labels[assignment[x]];
                cost += own != other && own != -1 && other != -1 ? 1 : 0;
            }

            smallest = Math.Min(smallest, cost);
        }

        return smallest;
    }

    private static int[] CreateAssignment(int number)
    {
        ReadOnlySpan<byte> slots = Nas101.Relabellings.Slice(number * Cell.MaxInteriorVertices, Cell.MaxInteriorVertices);
        int[] assignment = [0, 0, 0, 0, 0, 0, Size - 1];
        for (int slot = 0; slot < slots.Length; slot++)
        {
            assignment[slot + 1] = slots[slot] + 1;
        }

        return assignment;
    }
}
