namespace NasBench;

/// <content>From the packed bits back to the cell, and all names or the whole matrix at once.</content>
public readonly partial struct Cell
{
    /// <summary>Gets a cell of NAS-Bench-101 back from its bits. See <see cref="TryFromBits{TSpace}"/>.</summary>
    /// <param name="bits">What <see cref="Bits"/> gave.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentException">No cell of NAS-Bench-101 has these bits.</exception>
    public static Cell FromBits(ulong bits) => FromBits<Nas101>(bits);

    /// <summary>Gets a cell of a space back from its bits. See <see cref="TryFromBits{TSpace}"/>.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="bits">What <see cref="Bits"/> gave.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentException">No cell of the space has these bits.</exception>
    public static Cell FromBits<TSpace>(ulong bits)
        where TSpace : ISearchSpace<TSpace>
        => TryFromBits<TSpace>(bits, out Cell cell)
            ? cell
            : throw new ArgumentException($"no cell of the search space has the bits 0x{bits:X16}", nameof(bits));

    /// <summary>Gets a cell of NAS-Bench-101 back from its bits. See <see cref="TryFromBits{TSpace}"/>.</summary>
    /// <param name="bits">What <see cref="Bits"/> gave.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns>Whether a cell has these bits.</returns>
    public static bool TryFromBits(ulong bits, out Cell cell) => TryFromBits<Nas101>(bits, out cell);

    /// <summary>Gets a cell of a space back from its bits. It takes the bits of every cell that can be made from a matrix and names, valid or not.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="bits">What <see cref="Bits"/> gave.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns>Whether a cell of the space has these bits.</returns>
    public static bool TryFromBits<TSpace>(ulong bits, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        var given = new Cell(bits);
        int vertices = given.Vertices;
        cell = default;
        if (vertices > MaxVertices
            || given.AdjacencyBits >> Adjacency.ColumnShift(vertices) != 0
            || given.OperationBits >> (OperationWidth * Math.Max(vertices - 2, 0)) != 0)
        {
            return false;
        }

        // One vertex alone has one name, which cannot be the right one for both ends.
        ulong nameFlags = bits & (FirstNotInputFlag | LastNotOutputFlag);
        if ((vertices == 1 && nameFlags == 0) || !given.HasOnlyOperationsOf<TSpace>())
        {
            return false;
        }

        // Packed again, the cell has its space's tag, and nothing in the bits that have no meaning.
        Cell packed = Pack<TSpace>(vertices, given.AdjacencyBits, given.OperationBits, nameFlags);
        cell = packed._bits == bits ? packed : default;
        return packed._bits == bits;
    }

    /// <summary>The names of the vertices, those of the cell's own space, as <see cref="ToString()"/> writes them.</summary>
    /// <returns>A new array with a name for each vertex: <c>input</c> first, <c>output</c> last, and <c>unknown</c> for names that were not kept.</returns>
    public string[] GetOperations()
    {
        ReadOnlySpan<string> names = CellTextWriter.OwnNames(this);
        var operations = new string[Vertices];
        for (int vertex = 0; vertex < operations.Length; vertex++)
        {
            operations[vertex] = CellTextWriter.NameOf(this, vertex, names);
        }

        return operations;
    }

    /// <summary>The adjacency matrix.</summary>
    /// <returns>A new array of n rows and n columns: entry [x, y] is 1 for an edge x -> y, else 0.</returns>
    public int[,] ToMatrix()
    {
        int vertices = Vertices;
        var matrix = new int[vertices, vertices];
        for (uint rest = AdjacencyBits; rest != 0; rest &= rest - 1)
        {
            int edge = System.Numerics.BitOperations.TrailingZeroCount(rest);
            matrix[Adjacency.Tail(edge), Adjacency.Head(edge)] = 1;
        }

        return matrix;
    }

    /// <summary>Whether every interior vertex has an operation of a space, or is removed by pruning and has an unknown one.</summary>
    private bool HasOnlyOperationsOf<TSpace>()
        where TSpace : ISearchSpace<TSpace>
    {
        uint kept = Adjacency.KeptVertices(AdjacencyBits, Vertices - 1);
        for (int vertex = 1; vertex < Vertices - 1; vertex++)
        {
            int operation = OperationAt(vertex);
            bool isKept = ((kept >> vertex) & 1) != 0;
            if (operation >= TSpace.OperationCount && (isKept || operation != UnknownOperation))
            {
                return false;
            }
        }

        return true;
    }
}
