using System.Collections;

namespace NasBench;

/// <summary>All cells of a space in the order of their indices: for <c>foreach</c>, which allocates nothing, for indexing and for LINQ.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>A view without memory of its own: every value of this type is the same. Thread-safe; an enumerator belongs to one thread.</remarks>
public readonly struct CellSequence<TSpace> : IReadOnlyList<Cell>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>The number of cells.</summary>
    public int Count => TSpace.CellCount;

    /// <summary>The representative of an index, as <see cref="Space{TSpace}.CellAt"/> gives it.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>A pruned cell.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space.</exception>
    public Cell this[int index] => Space<TSpace>.CellAt(index);

    /// <summary>Starts before the first cell.</summary>
    /// <returns>An enumerator, to be used by one thread.</returns>
    public Enumerator GetEnumerator() => new();

    /// <inheritdoc/>
    IEnumerator<Cell> IEnumerable<Cell>.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks over the cells, class by class.</summary>
    public struct Enumerator : IEnumerator<Cell>
    {
        private int _index;
        private int _class;

        /// <summary>Starts before the first cell.</summary>
        public Enumerator()
        {
            _index = -1;
        }

        /// <summary>The representative at the current index.</summary>
        public readonly Cell Current => Space<TSpace>.CellOfClass(_class, _index);

        /// <summary>The current index.</summary>
        public readonly int Index => _index;

        /// <inheritdoc/>
        readonly object IEnumerator.Current => Current;

        /// <summary>Goes on to the next index.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            _index++;
            if (_index >= TSpace.CellCount)
            {
                return false;
            }

            if (_index == TSpace.ClassFirstIndices[_class + 1])
            {
                _class++;
            }

            return true;
        }

        /// <summary>Starts again before the first cell.</summary>
        public void Reset()
        {
            _index = -1;
            _class = 0;
        }

        /// <summary>Does nothing: there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
