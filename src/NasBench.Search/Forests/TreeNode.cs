namespace NasBench.Search;

/// <summary>A node of a tree: a split, or a leaf with the mean of its samples.</summary>
/// <param name="Right">Where the side that has the bit begins; 0 for a leaf.</param>
/// <param name="Column">The column that a split looks at.</param>
/// <param name="Feature">The feature that it belongs to.</param>
/// <param name="Value">The mean of a leaf.</param>
internal readonly record struct TreeNode(int Right, short Column, short Feature, double Value)
{
    /// <summary>The word of a row that holds the column.</summary>
    public int Word => Column / SplitColumns.WordWidth;

    /// <summary>The bit of the word.</summary>
    public int Bit => Column % SplitColumns.WordWidth;

    /// <summary>A leaf.</summary>
    public static TreeNode Leaf(double value) => new(0, -1, -1, value);
}
