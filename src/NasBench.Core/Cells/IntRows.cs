using CommunityToolkit.HighPerformance;

namespace NasBench;

/// <summary>The rows of a matrix of integers.</summary>
internal readonly ref struct IntRows(ReadOnlySpan2D<int> matrix) : IMatrixRows
{
    private readonly ReadOnlySpan2D<int> _matrix = matrix;

    public static bool NeedsBuffer => true;

    public int Height => _matrix.Height;

    public int WidthOf(int row) => _matrix.Width;

    public ReadOnlySpan<byte> Read(int row, Span<byte> buffer) => Narrow(_matrix.GetRowSpan(row), buffer);

    /// <summary>Turns entries into bytes: any entry that is neither 0 nor 1 becomes 2, which the check refuses.</summary>
    public static ReadOnlySpan<byte> Narrow(ReadOnlySpan<int> entries, Span<byte> buffer)
    {
        for (int column = 0; column < entries.Length; column++)
        {
            buffer[column] = (byte)Math.Min((uint)entries[column], 2u);
        }

        return buffer[..entries.Length];
    }
}
