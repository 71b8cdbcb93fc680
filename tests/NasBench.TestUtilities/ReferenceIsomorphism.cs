namespace NasBench.TestUtilities;

/// <summary>Isomorphism by trying every renaming of the interior vertices.</summary>
public static class ReferenceIsomorphism
{
    /// <summary>Whether some renaming of the interior vertices makes the graphs and the names equal; compares the cells as they are, unpruned.</summary>
    public static bool AreEqualUpToRenaming(ReferenceCell a, ReferenceCell b)
    {
        if (a.Size != b.Size)
        {
            return false;
        }

        string wanted = b.ToString();
        return GetOrders(a.Size).Any(order => a.Select(order).ToString() == wanted);
    }

    /// <summary>Whether the pruned cells are the same isomorphism class.</summary>
    public static bool AreIsomorphic(ReferenceCell a, ReferenceCell b) =>
        a.Prune() is { } prunedA && b.Prune() is { } prunedB && AreEqualUpToRenaming(prunedA, prunedB);

    /// <summary>
    /// The member of the cell's class that comes first in the original's enumeration: the smallest mask, then the smallest labels, among the
    /// renamings that leave the matrix upper triangular. Null where disconnected or a name is unknown.
    /// </summary>
    public static ReferenceCell? GetRepresentative(ReferenceSpace space, ReferenceCell raw)
    {
        if (raw.Prune() is not { } cell || space.GetLabels(cell) is null)
        {
            return null;
        }

        return GetOrders(cell.Size)
            .Select(order => cell.Select(order))
            .Where(candidate => candidate.GetShapeError() is null)
            .MinBy(candidate => (candidate.Mask, string.Join(',', space.GetLabels(candidate)![1..^1])));
    }

    /// <summary>Every order of the vertices that keeps the first and the last in place; (size - 2)! of them, lexicographic.</summary>
    public static IEnumerable<int[]> GetOrders(int size)
    {
        if (size < 2)
        {
            return [[.. Enumerable.Range(0, size)]];
        }

        return Permute([.. Enumerable.Range(1, size - 2)]).Select(interior => (int[])[0, .. interior, size - 1]);
    }

    private static IEnumerable<int[]> Permute(int[] items)
    {
        if (items.Length == 0)
        {
            yield return [];
        }

        for (int i = 0; i < items.Length; i++)
        {
            foreach (int[] rest in Permute([.. items[..i], .. items[(i + 1)..]]))
            {
                yield return [items[i], .. rest];
            }
        }
    }
}
