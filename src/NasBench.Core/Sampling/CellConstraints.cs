namespace NasBench;

/// <summary>Which cells of a space are wanted. <c>default</c> wants every one.</summary>
/// <remarks>
/// All limits are on the pruned cell, both ends included. Parameters are those of the representative (<see cref="CellCosts.TrainableParametersAt"/>),
/// and known for NAS-Bench-101 alone.
/// </remarks>
public readonly record struct CellConstraints
{
    /// <summary>Gets the fewest vertices.</summary>
    public int MinVertices { get; init; }

    /// <summary>Gets the most vertices; 0 for no limit.</summary>
    public int MaxVertices { get; init; }

    /// <summary>Gets the fewest edges.</summary>
    public int MinEdges { get; init; }

    /// <summary>Gets the most edges; 0 for no limit.</summary>
    public int MaxEdges { get; init; }

    /// <summary>Gets the operations that may not occur: bit o for operation code o.</summary>
    public uint ForbiddenOperations { get; init; }

    /// <summary>Gets the operations of which each must occur: bit o for operation code o.</summary>
    public uint RequiredOperations { get; init; }

    /// <summary>Gets the fewest trainable parameters.</summary>
    public long MinParameters { get; init; }

    /// <summary>Gets the most trainable parameters; 0 for no limit.</summary>
    public long MaxParameters { get; init; }

    /// <summary>Whether the graph of a class, whatever its operations, can be wanted.</summary>
    internal bool AllowGraph(int vertices, int edges)
        => vertices >= MinVertices && (MaxVertices == 0 || vertices <= MaxVertices) && edges >= MinEdges && (MaxEdges == 0 || edges <= MaxEdges);

    /// <summary>Whether the operations of a cell can be wanted.</summary>
    internal bool AllowOperations(int vertices, uint operations)
    {
        uint present = 0;
        for (int slot = 0; slot < vertices - 2; slot++)
        {
            present |= 1u << (int)((operations >> (Cell.OperationWidth * slot)) & Cell.OperationMask);
        }

        return (present & ForbiddenOperations) == 0 && (RequiredOperations & ~present) == 0;
    }

    internal bool AsksForParameters => MinParameters > 0 || MaxParameters > 0;

    internal bool AllowParameters(long parameters) => parameters >= MinParameters && (MaxParameters == 0 || parameters <= MaxParameters);
}
