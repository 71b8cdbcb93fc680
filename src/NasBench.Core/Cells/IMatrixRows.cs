namespace NasBench;

/// <summary>The rows of an adjacency matrix of any size, whatever its entries are, so that one piece of code reads them all.</summary>
internal interface IMatrixRows
{
    /// <summary>Whether rows are converted into a buffer; else they are read where they are, and the buffer may be empty.</summary>
    static abstract bool NeedsBuffer { get; }

    /// <summary>The number of rows.</summary>
    int Height { get; }

    /// <summary>The number of entries of a row; 0 where there is no row at all.</summary>
    int WidthOf(int row);

    /// <summary>A row as bytes: 0, 1, or more where an entry is neither.</summary>
    /// <param name="row">The row.</param>
    /// <param name="buffer">Room for the row, where one is needed.</param>
    ReadOnlySpan<byte> Read(int row, Span<byte> buffer);
}
