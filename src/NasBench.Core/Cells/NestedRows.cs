namespace NasBench;

/// <summary>The rows of a matrix that are arrays of their own, of any lengths.</summary>
internal readonly ref struct NestedRows(int[][] matrix) : IMatrixRows
{
    private readonly int[][] _matrix = matrix;

    public static bool NeedsBuffer => true;

    public int Height => _matrix.Length;

    public int WidthOf(int row) => _matrix[row]?.Length ?? 0;

    public ReadOnlySpan<byte> Read(int row, Span<byte> buffer) => IntRows.Narrow(_matrix[row], buffer);
}
