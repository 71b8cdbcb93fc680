namespace NasBench.Data;

/// <summary>
/// What the records of one cell and number of epochs have in common. They mostly follow each other in a file, and are decoded, located and checked once.
/// </summary>
internal struct RecordHead
{
    public ModuleHash Hash;
    public int Epochs;

    /// <summary>The cell's index; -1 where the graph is not the representative of a cell of the space.</summary>
    public int Index;

    /// <summary>The cell's trainable parameters.</summary>
    public int Parameters;
}
