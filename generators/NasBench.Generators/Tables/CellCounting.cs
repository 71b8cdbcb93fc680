namespace NasBench.Generators;

/// <summary>Counts the cells of each class by Burnside's lemma: the labellings that are different under the class's automorphisms.</summary>
internal static class CellCounting
{
    /// <summary>The index of the first cell of each class, and the number of all cells as an entry more.</summary>
    public static int[] FirstIndices(TopologyClassification classes, RelabellingTable relabellings, int operations)
    {
        var first = new int[classes.Representatives.Length + 1];
        for (int number = 0; number < classes.Representatives.Length; number++)
        {
            first[number + 1] = checked(first[number] + CellsOf(classes, number, relabellings, operations));
        }

        return first;
    }

    private static int CellsOf(TopologyClassification classes, int number, RelabellingTable relabellings, int operations)
    {
        byte[] automorphisms = classes.Automorphisms[number];
        int fixedLabellings = automorphisms.Sum(r => Power(operations, Cycles(relabellings, r, classes.InteriorCounts[number])));
        return fixedLabellings / automorphisms.Length;
    }

    private static int Cycles(RelabellingTable relabellings, int relabelling, int interior)
    {
        int cycles = 0;
        uint seen = 0;
        for (int start = 0; start < interior; start++)
        {
            if ((seen >> start & 1) != 0)
            {
                continue;
            }

            cycles++;
            for (int place = start; (seen >> place & 1) == 0; place = relabellings.NewPlace(relabelling, place))
            {
                seen |= 1u << place;
            }
        }

        return cycles;
    }

    private static int Power(int number, int exponent)
    {
        int power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= number;
        }

        return power;
    }
}
