namespace NasBench.Data;

/// <summary>Some cells of a data set, to be walked through once. What they hold is scattered all over the memory, and is asked for a few cells ahead.</summary>
/// <param name="store">The data set.</param>
/// <param name="indices">The cells' indices.</param>
internal readonly ref struct CellBlock(RunStore store, ReadOnlySpan<int> indices)
{
    private const int Lookahead = 8;

    private readonly ReadOnlySpan<int> _indices = indices;

    /// <summary>Begins the walk.</summary>
    public Enumerator GetEnumerator() => new(store, _indices);

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
