namespace NasBench.Analysis;

/// <summary>Which cells are asked for. <c>default</c> wants all of them.</summary>
public readonly record struct CellFilter
{
    /// <summary>Gets the limits on the pruned cell: vertices, edges, operations and trainable parameters, the latter as the landscape has them.</summary>
    public CellConstraints Constraints { get; init; }

    /// <summary>Gets the longest mean training time in seconds, which only cells with a known time keep; null for no limit.</summary>
    public double? MaxSeconds { get; init; }

    /// <summary>Whether a cell is asked for.</summary>
    internal bool Allows(Landscape landscape, EpochsColumns columns, int index)
    {
        if (!Constraints.AllowParameters(landscape.TrainableParameters[index]) || !(MaxSeconds is null || columns.TrainingTime[index] <= MaxSeconds))
        {
            return false;
        }

        Cell cell = Nas101.CellAt(index);
        return Constraints.AllowGraph(cell.Vertices, cell.EdgeCount) && Constraints.AllowOperations(cell.Vertices, cell.OperationBits);
    }
}
