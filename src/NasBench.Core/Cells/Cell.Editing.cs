namespace NasBench;

public readonly partial struct Cell
{
    /// <summary>The cell with other edges.</summary>
    internal Cell WithEdgesFlipped(uint edges) => new(_bits ^ edges);

    /// <summary>The cell with another operation on an interior vertex.</summary>
    internal Cell WithOperation(int vertex, int operation)
    {
        int shift = OperationShift - OperationWidth + (OperationWidth * vertex);
        return new Cell((_bits & ~((ulong)OperationMask << shift)) | ((ulong)(uint)operation << shift));
    }

    /// <summary>
    /// The cell with isolated vertices of the first operation just before the output, so that it has at least some number of vertices:
    /// the raw form of a smaller cell. A cell of one vertex, or of enough, stays as it is.
    /// </summary>
    internal Cell PadTo(int vertices)
    {
        int present = Vertices;
        if (present >= vertices || present < 2)
        {
            return this;
        }

        return Pack(vertices, Adjacency.Pad(AdjacencyBits, present, vertices), OperationBits, Marks);
    }
}
