namespace NasBench;

/// <summary>Which cells of a space are wanted. <c>default</c> wants all of them.</summary>
/// <remarks>
/// All limits apply to the pruned cell and are inclusive. Parameters are those of the representative (<see cref="CellCosts.TrainableParametersAt"/>);
/// they are known for NAS-Bench-101 only.
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

    /// <summary>Gets the operations that may not occur: bit i for the operation with code i.</summary>
    public uint ForbiddenOperations { get; init; }

    /// <summary>Gets the operations that must all occur: bit i for the operation with code i.</summary>
    public uint RequiredOperations { get; init; }

    /// <summary>Gets the fewest trainable parameters.</summary>
    public long MinParameters { get; init; }

    /// <summary>Gets the most trainable parameters; 0 for no limit.</summary>
    public long MaxParameters { get; init; }

    /// <summary>Whether a graph is within the limits, whatever its operations.</summary>
    internal bool AllowGraph(int vertices, int edges)
        => vertices >= MinVertices && (MaxVertices == 0 || vertices <= MaxVertices) && edges >= MinEdges && (MaxEdges == 0 || edges <= MaxEdges);

    /// <summary>Whether the operations of a cell are within the limits.</summary>
    internal bool AllowOperations(int vertices, uint operations)
    {
        uint present = 0;
        for (int interior = 0; interior < vertices - 2; interior++)
        {
            present |= 1u << (int)((operations >> (Cell.OperationWidth * interior)) & Cell.OperationMask);
        }

        return (present & ForbiddenOperations) == 0 && (RequiredOperations & ~present) == 0;
    }

    internal bool AsksForParameters => MinParameters > 0 || MaxParameters > 0;

    internal bool AllowParameters(long parameters) => parameters >= MinParameters && (MaxParameters == 0 || parameters <= MaxParameters);
}
