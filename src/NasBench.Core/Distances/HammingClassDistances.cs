namespace NasBench;

/// <summary>The Hamming distances to the representatives of a class.</summary>
internal readonly ref struct HammingClassDistances<TSpace>(Cell origin) : IClassDistances
    where TSpace : ISearchSpace<TSpace>
{
    private readonly Cell _origin = origin;

    /// <inheritdoc/>
    public bool TryGet(int number, int bound, scoped Span<byte> distances)
    {
        var cells = new ClassCells<TSpace>(number);
        for (int i = 0; i < cells.Labellings.Length; i++)
        {
            distances[i] = (byte)Distances.Hamming(_origin, Cell.Pack<TSpace>(cells.Vertices, cells.AdjacencyBits, cells.Labellings[i]));
        }

        return true;
    }
}
