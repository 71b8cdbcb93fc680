using System.Collections;

namespace NasBench;

/// <summary>The neighbours of a cell, in the order of the changes.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// <c>foreach</c> over this type itself allocates nothing. Where it is passed on as <see cref="IEnumerable{T}"/>, as LINQ does,
/// each enumeration allocates one enumerator. Immutable, thread-safe.
/// </remarks>
public readonly struct NeighborSequence<TSpace> : IEnumerable<Cell>
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
    /// <returns>An enumerator, for use by one thread.</returns>
    public Enumerator GetEnumerator() => new(_cell, _kind);

    /// <inheritdoc/>
    IEnumerator<Cell> IEnumerable<Cell>.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks over the neighbours.</summary>
    public struct Enumerator : IEnumerator<Cell>
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

        /// <inheritdoc/>
        readonly object IEnumerator.Current => Current;

        /// <summary>
        /// The index of the current neighbour; -1 for one outside the space, which only <see cref="NeighborKind.Naszilla"/> gives
        /// (operation changes of an invalid cell).
        /// </summary>
        public int Index { get; private set; }

        /// <summary>Moves to the next neighbour.</summary>
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

        /// <summary>Moves back before the first neighbour.</summary>
        public void Reset() => _edit = -1;

        /// <summary>Does nothing: an enumerator holds no resources.</summary>
        public readonly void Dispose()
        {
        }
    }
}
