namespace NasBench.Data;

/// <summary>
/// Some cells of a data set, to be walked through once; or some of the records of one cell that has very many. What cells hold is scattered all over
/// memory, and is asked for a few cells ahead.
/// </summary>
/// <param name="store">The data set.</param>
/// <param name="indices">The cells' indices.</param>
/// <param name="firstRecord">The first record of each cell that belongs to the block, by epochs, then repeat.</param>
/// <param name="recordCount">The most records of each cell that belong to it.</param>
internal readonly ref struct CellBlock(RunStore store, ReadOnlySpan<int> indices, int firstRecord, int recordCount)
{
    private const int Lookahead = 8;

    private readonly ReadOnlySpan<int> _indices = indices;

    /// <summary>Begins the walk.</summary>
    public Enumerator GetEnumerator() => new(store, _indices);

    /// <summary>The records of one of the cells that belong to the block.</summary>
    public RecordWalk RecordsOf(int index) => new(store, index, firstRecord, recordCount);

    /// <summary>The walk.</summary>
    public ref struct Enumerator(RunStore store, ReadOnlySpan<int> indices)
    {
        private readonly ReadOnlySpan<int> _indices = indices;
        private int _place = -1;

        /// <summary>The index of a cell.</summary>
        public readonly int Current => _indices[_place];

        /// <summary>Goes on to the next cell, if there is one.</summary>
        public bool MoveNext()
        {
            _place++;
            if (_place + Lookahead < _indices.Length)
            {
                store.Prefetch(_indices[_place + Lookahead]);
            }

            return _place < _indices.Length;
        }
    }
}
