using CommunityToolkit.HighPerformance;

namespace NasBench.TestUtilities;

/// <summary>The bridge between the reference and the engine: the same cell in both forms.</summary>
public static class EngineCells
{
    /// <summary>The matrix as the engine takes it.</summary>
    public static byte[,] ToBytes(ReferenceCell cell)
    {
        var entries = new byte[cell.Matrix.GetLength(0), cell.Matrix.GetLength(1)];
        for (int x = 0; x < entries.GetLength(0); x++)
        {
            for (int y = 0; y < entries.GetLength(1); y++)
            {
                entries[x, y] = (byte)cell.Matrix[x, y];
            }
        }

        return entries;
    }

    /// <summary>The engine's cell, in the vocabulary of <typeparamref name="TSpace"/>.</summary>
    public static CellStatus TryCreate<TSpace>(ReferenceCell cell, out Cell created)
        where TSpace : ISearchSpace<TSpace> =>
        Cell.CreateRaw<TSpace>(new ReadOnlySpan2D<byte>(ToBytes(cell)), cell.Operations, out created);

    /// <summary>The engine's cell, which must exist.</summary>
    public static Cell Create<TSpace>(ReferenceCell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        CellStatus status = TryCreate<TSpace>(cell, out Cell created);
        Assert.True(status == CellStatus.Ok, $"{status}: {cell}");
        return created;
    }

    /// <summary>The engine's cell of NAS-Bench-101, which must exist.</summary>
    public static Cell Create(ReferenceCell cell) => Create<Nas101>(cell);

    /// <summary>The engine's cell of an enumerated row.</summary>
    public static Cell Create<TSpace>(ReferenceRow row)
        where TSpace : ISearchSpace<TSpace>
    {
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask<TSpace>(row.Vertices, row.Mask, row.Labels, out Cell created));
        return created;
    }

    /// <summary>The engine's cell written out by asking it for every edge and operation, one by one.</summary>
    public static ReferenceCell ToReference(ReferenceSpace space, Cell cell)
    {
        int vertices = cell.Vertices;
        var matrix = new int[vertices, vertices];
        string[] names = new string[vertices];
        names[^1] = cell.LastIsOutput ? ReferenceSpace.Output : "unknown";
        for (int x = 0; x < vertices; x++)
        {
            for (int y = 0; y < vertices; y++)
            {
                matrix[x, y] = cell.HasEdge(x, y) ? 1 : 0;
            }

            if (x > 0 && x < vertices - 1)
            {
                int operation = cell.GetOperation(x);
                names[x] = operation == Cell.UnknownOperation ? "unknown" : space.Operations[operation];
            }
        }

        names[0] = cell.FirstIsInput ? ReferenceSpace.Input : vertices == 1 ? names[0] : "unknown";
        return new ReferenceCell(matrix, names);
    }

    /// <summary>The space as the reference describes it, read from the engine's vocabulary and limits.</summary>
    public static ReferenceSpace ToReference<TSpace>()
        where TSpace : ISearchSpace<TSpace> => new(TSpace.MaxVertices, TSpace.MaxEdges, TSpace.OperationNames.ToArray());
}
