namespace NasBench.Analysis;

/// <summary>By which property of their graphs cells are grouped.</summary>
public enum ShapeKind : byte
{
    /// <summary>The edges of the longest path from input to output: <see cref="CellFacts.Depth"/>.</summary>
    Depth,

    /// <summary>The vertices whose outputs are needed at the same time, at most: <see cref="CellFacts.LiveOutputs"/>. It is the reading of the paper's width
    /// that has the maximum which the paper states, 5.</summary>
    Width,

    /// <summary>The edges of the largest cut over which none runs back: <see cref="CellFacts.Width"/>.</summary>
    Cut,

    /// <summary>The edges of the largest directed cut, over which others may run back: <see cref="CellFacts.DirectedCut"/>.</summary>
    DirectedCut,
}
