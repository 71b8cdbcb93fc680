namespace NasBench.Data;

/// <summary>Some records of a cell that follow each other, by epochs, then repeat.</summary>
/// <param name="store">The data set.</param>
/// <param name="index">The cell.</param>
/// <param name="first">How many records before them are left out.</param>
/// <param name="count">The most records.</param>
internal ref struct RecordWalk(RunStore store, int index, int first, int count)
{
    private int _skip = first;
    private int _left = count;
    private int _epochsPosition = -1;
    private int _repeat = -1;
    private int _end;

    /// <summary>The position of the number of epochs, and the repeat.</summary>
    public readonly (int EpochsPosition, int Repeat) Current => (_epochsPosition, _repeat);

    /// <summary>Begins the walk.</summary>
    public readonly RecordWalk GetEnumerator() => this;

    /// <summary>Goes on to the next record, if there is one.</summary>
    public bool MoveNext()
    {
        while (++_repeat >= _end)
        {
            if (++_epochsPosition >= store.Epochs.Length)
            {
                return false;
            }

            int repeats = store.GetRepeatCount(index, _epochsPosition);
            int start = Math.Min(_skip, repeats);
            int taken = Math.Min(_left, repeats - start);
            _skip -= start;
            _left -= taken;
            _repeat = start - 1;
            _end = start + taken;
        }

        return true;
    }
}
