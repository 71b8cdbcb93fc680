namespace NasBench.Data;

/// <summary>What a data set keeps for a cell, as its first record says.</summary>
/// <param name="Cell">The graph.</param>
/// <param name="TrainableParameters">The parameter count; null where absent. A count that is there is the true one.</param>
internal readonly record struct KeptCell(Cell Cell, int? TrainableParameters)
{
    /// <summary>What the official files hold for an index.</summary>
    public static KeptCell CanonicalAt(int index) => new(Space<Nas101>.CellAt(index), TrueParameters.OfAllCells[index]);
}
