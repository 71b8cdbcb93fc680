using CommunityToolkit.HighPerformance;

namespace NasBench;

/// <summary>The rows of a Boolean matrix.</summary>
internal readonly ref struct BoolRows(ReadOnlySpan2D<bool> matrix) : IMatrixRows
{
    private readonly ReadOnlySpan2D<bool> _matrix = matrix;

    public static bool NeedsBuffer => true;

    public int Height => _matrix.Height;

    public int WidthOf(int row) => _matrix.Width;

    public ReadOnlySpan<byte> Read(int row, Span<byte> buffer)
    {
        ReadOnlySpan<bool> entries = _matrix.GetRowSpan(row);
        for (int column = 0; column < entries.Length; column++)
        {
            buffer[column] = entries[column] ? (byte)1 : (byte)0;
        }

        return buffer[..entries.Length];
    }
}
