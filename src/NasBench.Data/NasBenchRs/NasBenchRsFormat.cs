namespace NasBench.Data;

/// <summary>The binary file of nasbench-rs, <c>.bin</c>, which kurobako and others use. All numbers are big-endian.</summary>
/// <remarks>
/// <code>
/// 11 bytes   "nasbench-rs"
/// uint32     number of cells; then each cell:
///   uint8      n, vertices
///   n x uint8  operations: 0 input, 1 conv1x1-bn-relu, 2 conv3x3-bn-relu, 3 maxpool3x3, 4 output
///   uint8      n again, the dimension of the matrix
///   uint32     upper triangle of the matrix, row after row, first entry in the lowest bit
///   16 bytes   module hash
///   uint32     trainable parameters
///   uint8      numbers of epochs; for each of them:
///     uint8      epochs
///     uint8      repeats; each repeat is 8 x float64: halfway, then final, each training time, train, validation and test accuracy
/// </code>
/// Nothing follows. The evaluation before training, the total time and checkpoint paths have no place in it.
/// </remarks>
internal static class NasBenchRsFormat
{
    public const int HeaderSize = 15;
    public const int RunSize = 8 * sizeof(double);

    public const byte Input = 0;
    public const byte Output = 4;

    /// <summary>Bytes of a cell's head behind its operations.</summary>
    public const int TailSize = 1 + sizeof(uint) + ModuleHash.Size + sizeof(uint) + 1;

    /// <summary>A cell of two vertices with one repeat; bounds the number of cells in a file.</summary>
    public const int MinCellSize = 1 + 2 + TailSize + 2 + RunSize;

    public static ReadOnlySpan<byte> Magic => "nasbench-rs"u8;

    /// <summary>The operation codes of NAS-Bench-101, by the number in the file less one. The table is its own inverse.</summary>
    public static ReadOnlySpan<byte> Operations => [1, 0, 2];

    /// <summary>The bit of an edge in the triangle of a matrix.</summary>
    public static int Bit(int from, int to, int vertices) => (from * (vertices - 1)) - (from * (from - 1) / 2) + to - from - 1;
}
