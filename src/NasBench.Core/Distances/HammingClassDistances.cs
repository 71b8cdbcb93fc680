namespace NasBench;

/// <summary>The Hamming distances to the representatives of a class.</summary>
internal readonly ref struct HammingClassDistances<TSpace>(Cell source) : IClassDistances
    where TSpace : ISearchSpace<TSpace>
{
    private readonly Cell _source = source;

    /// <inheritdoc/>
    public bool TryGet(int number, int bound, scoped Span<byte> distances)
    {
        var cells = new ClassCells<TSpace>(number);
        for (int i = 0; i < cells.Labellings.Length; i++)
        {
            distances[i] = (byte)Distances.Hamming(_source, Cell.Pack<TSpace>(cells.Vertices, cells.AdjacencyBits, cells.Labellings[i]));
        }

        return true;
    }
}
