namespace NasBench;

/// <summary>All cells of a space in the order of their indices, for <c>foreach</c>. Allocates nothing.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
public readonly struct CellSequence<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>Starts before the first cell.</summary>
    /// <returns>An enumerator, to be used by one thread.</returns>
    public Enumerator GetEnumerator() => new();

    /// <summary>Walks over the cells, class by class.</summary>
    public struct Enumerator
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
    }
}
