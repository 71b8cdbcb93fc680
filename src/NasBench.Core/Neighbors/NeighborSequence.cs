namespace NasBench;

/// <summary>The neighbours of a cell for <c>foreach</c>, in the order of the changes. Allocates nothing.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
public readonly struct NeighborSequence<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private readonly Cell _cell;
    private readonly NeighborKind _kind;

    internal NeighborSequence(Cell cell, NeighborKind kind)
    {
        _cell = cell;
        _kind = kind;
    }

    /// <summary>Starts before the first neighbour.</summary>
    /// <returns>An enumerator, to be used by one thread.</returns>
    public Enumerator GetEnumerator() => new(_cell, _kind);

    /// <summary>Walks over the neighbours.</summary>
    public struct Enumerator
    {
        private readonly EditedCell<TSpace> _origin;
        private readonly bool _isRaw;
        private int _edit = -1;
        private Cell _edited;

        internal Enumerator(Cell cell, NeighborKind kind)
        {
            _origin = new EditedCell<TSpace>(cell, kind);
            _isRaw = kind == NeighborKind.Naszilla;
        }

        /// <summary>The current neighbour: pruned, but raw for <see cref="NeighborKind.Naszilla"/>.</summary>
        public readonly Cell Current => !_isRaw && _edited.TryPrune(out Cell pruned) ? pruned : _edited;

        /// <summary>The index of the current neighbour; -1 where it is outside of the space (naszilla's operation changes of an invalid cell).</summary>
        public int Index { get; private set; }

        /// <summary>Goes on to the next neighbour.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            while (++_edit < _origin.Count)
            {
                _edited = _origin.Apply(_edit);
                Index = Space<TSpace>.Locate(_edited);
                if (_origin.IsNeighbor(_edit, _edited, Index))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
