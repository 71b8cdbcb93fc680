namespace NasBench;

/// <summary>Walks over the cells of a network, from the stem to the dense layer: the channels and the image that each of them gets.</summary>
internal struct NetworkWalk(in NetworkShape shape)
{
    private readonly int _stacks = shape.Stacks;
    private readonly int _cellsPerStack = shape.CellsPerStack;
    private int _stack;
    private int _cell;

    /// <summary>The channels that come in: before the first cell, those of the stem.</summary>
    public int InputChannels { get; private set; } = shape.StemChannels;

    /// <summary>The channels that go out. The first cell of every stack but the first doubles them.</summary>
    public int OutputChannels { get; private set; } = shape.StemChannels;

    /// <summary>Rows of the image, as many as columns.</summary>
    public int ImageSize { get; private set; } = shape.ImageSize;

    /// <summary>Goes to the next cell.</summary>
    /// <returns>Whether there is one; after the last one, all numbers stay as they are.</returns>
    public bool MoveNext()
    {
        bool startsStack = _cell == _cellsPerStack;
        if (_cellsPerStack < 1 || _stack + (startsStack ? 1 : 0) >= _stacks)
        {
            return false;
        }

        InputChannels = OutputChannels;
        if (startsStack)
        {
            _stack++;
            _cell = 0;
            OutputChannels *= 2;

            // 2x2 max-pooling with padding: an odd image keeps its last row and column.
            ImageSize = (ImageSize + 1) / 2;
        }

        _cell++;
        return true;
    }
}
