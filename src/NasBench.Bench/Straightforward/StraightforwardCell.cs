namespace NasBench.Bench;

/// <summary>A raw cell as ordinary code holds it.</summary>
/// <param name="Matrix">The adjacency matrix, row by row: 1 for an edge, else 0.</param>
/// <param name="Labels">The label of each vertex: -1 for the input, -2 for the output, else the operation.</param>
public sealed record StraightforwardCell(byte[] Matrix, sbyte[] Labels)
{
    /// <summary>The label of the input.</summary>
    public const sbyte InputLabel = -1;

    /// <summary>The label of the output.</summary>
    public const sbyte OutputLabel = -2;

    /// <summary>The number of vertices.</summary>
    public int Vertices => Labels.Length;

    /// <summary>Unpacks a cell with known operations.</summary>
    public static StraightforwardCell Of(Cell cell)
    {
        int vertices = cell.Vertices;
        var matrix = new byte[vertices * vertices];
        var labels = new sbyte[vertices];
        for (int from = 0; from < vertices; from++)
        {
            for (int to = from + 1; to < vertices; to++)
            {
                matrix[(from * vertices) + to] = cell.HasEdge(from, to) ? (byte)1 : (byte)0;
            }

            labels[from] = from == 0 ? InputLabel : from == vertices - 1 ? OutputLabel : (sbyte)cell.GetOperation(from);
        }

        return new StraightforwardCell(matrix, labels);
    }

    /// <summary>The cell with isolated vertices before the output.</summary>
    /// <param name="vertices">The number of vertices to reach.</param>
    /// <param name="label">The label of the new ones.</param>
    public StraightforwardCell PadTo(int vertices, sbyte label)
    {
        var matrix = new byte[vertices * vertices];
        var labels = new sbyte[vertices];
        Array.Fill(labels, label);
        for (int from = 0; from < Vertices; from++)
        {
            int row = Place(from) * vertices;
            for (int to = 0; to < Vertices; to++)
            {
                matrix[row + Place(to)] = Matrix[(from * Vertices) + to];
            }

            labels[Place(from)] = Labels[from];
        }

        return new StraightforwardCell(matrix, labels);

        int Place(int vertex) => vertex == Vertices - 1 ? vertices - 1 : vertex;
    }
}
