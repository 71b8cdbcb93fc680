using CommunityToolkit.HighPerformance;

namespace NasBench;

/// <summary>The rows of a matrix of bytes, read where they are.</summary>
internal readonly ref struct ByteRows(ReadOnlySpan2D<byte> matrix) : IMatrixRows
{
    private readonly ReadOnlySpan2D<byte> _matrix = matrix;

    public static bool NeedsBuffer => false;

    public int Height => _matrix.Height;

    /// <summary>The rows of n*n entries; no rows, which the check refuses, where the number of entries is not a square.</summary>
    public static ByteRows OfFlat(ReadOnlySpan<byte> entries)
    {
        int vertices = MatrixText.SquareRoot(entries.Length);
        return vertices > 0 ? new ByteRows(MatrixText.Square(entries, vertices)) : default;
    }

    public int WidthOf(int row) => _matrix.Width;

    public ReadOnlySpan<byte> Read(int row, Span<byte> buffer) => _matrix.GetRowSpan(row);
}
