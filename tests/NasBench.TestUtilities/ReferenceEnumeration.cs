namespace NasBench.TestUtilities;

/// <summary>
/// A whole space by definition: sizes up, masks up, labels up; graphs in which every vertex is on a path from input to output, within the edge
/// limit; of each isomorphism class only the first.
/// </summary>
public static class ReferenceEnumeration
{
    /// <summary>Pruned graphs without labels, as (vertices, mask), in enumeration order.</summary>
    public static IEnumerable<(int Vertices, uint Mask)> EnumerateTopologies(ReferenceSpace space)
    {
        for (int vertices = 2; vertices <= space.MaxVertices; vertices++)
        {
            string[] names = new string[vertices];
            for (uint mask = 0; mask < 1u << (vertices * (vertices - 1) / 2); mask++)
            {
                ReferenceCell graph = ReferenceCell.FromMask(vertices, mask, names);
                if (graph.EdgeCount <= space.MaxEdges && graph.GetKeptVertices()?.Length == vertices)
                {
                    yield return (vertices, mask);
                }
            }
        }
    }

    /// <summary>Every labelled pruned graph of the space, isomorphic ones included, in enumeration order.</summary>
    public static IEnumerable<ReferenceRow> EnumerateLabelled(ReferenceSpace space)
    {
        foreach ((int vertices, uint mask) in EnumerateTopologies(space))
        {
            foreach (byte[] labels in EnumerateLabels(vertices - 2, space.Operations.Length))
            {
                yield return new ReferenceRow(vertices, mask, labels);
            }
        }
    }

    /// <summary>
    /// One row a class. A labelled graph is the first of its class exactly if no renaming of its interior vertices that leaves the matrix
    /// upper triangular gives a smaller mask, or the same mask with smaller labels; so that is what is asked of each.
    /// </summary>
    public static IEnumerable<ReferenceRow> EnumerateClasses(ReferenceSpace space)
    {
        foreach ((int vertices, uint mask) in EnumerateTopologies(space))
        {
            ReferenceCell graph = ReferenceCell.FromMask(vertices, mask, new string[vertices]);
            var symmetries = new List<int[]>();
            bool isFirst = true;
            foreach (int[] order in ReferenceIsomorphism.GetOrders(vertices))
            {
                ReferenceCell renamed = graph.Select(order);
                if (renamed.GetShapeError() is null && renamed.Mask <= mask)
                {
                    isFirst &= renamed.Mask == mask;
                    symmetries.Add(order);
                }
            }

            if (isFirst)
            {
                foreach (byte[] labels in EnumerateLabels(vertices - 2, space.Operations.Length))
                {
                    if (symmetries.TrueForAll(order => !IsSmaller(labels, order)))
                    {
                        yield return new ReferenceRow(vertices, mask, labels);
                    }
                }
            }
        }
    }

    /// <summary>All label sequences, the first label most significant.</summary>
    public static IEnumerable<byte[]> EnumerateLabels(int count, int operations)
    {
        byte[] labels = new byte[count];
        while (true)
        {
            yield return (byte[])labels.Clone();
            int position = count - 1;
            while (position >= 0 && ++labels[position] == operations)
            {
                labels[position--] = 0;
            }

            if (position < 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Whether the labels in the new order come before the labels as they are.</summary>
    private static bool IsSmaller(byte[] labels, int[] order)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            byte renamed = labels[order[i + 1] - 1];
            if (renamed != labels[i])
            {
                return renamed < labels[i];
            }
        }

        return false;
    }
}
