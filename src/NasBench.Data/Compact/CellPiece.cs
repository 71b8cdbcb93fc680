namespace NasBench.Data;

/// <summary>The blocks of some cells that follow each other, on their way into a section of a compact file; and what was seen when they were filled.</summary>
/// <param name="blockSize">Bytes of a cell.</param>
internal sealed class CellPiece(int blockSize)
{
    /// <summary>Cells of a piece.</summary>
    public const int Capacity = 4096;

    private readonly byte[] _bytes = new byte[Capacity * blockSize];
    private int _count;

    public long RecordCount { get; set; }

    public int MaxRepeats { get; set; }

    public bool HasEscapes { get; set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count * blockSize);

    public void Clear()
    {
        _count = 0;
        RecordCount = 0;
        MaxRepeats = 0;
        HasEscapes = false;
    }

    /// <summary>The block of the next cell, all zeros.</summary>
    public Span<byte> Add()
    {
        Span<byte> block = _bytes.AsSpan(_count++ * blockSize, blockSize);
        block.Clear();
        return block;
    }
}
