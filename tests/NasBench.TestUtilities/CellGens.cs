using CsCheck;

namespace NasBench.TestUtilities;

/// <summary>CsCheck generators of cells as a user may give them.</summary>
public static class CellGens
{
    private static readonly string[] s_oddNames = ["", "unknown", "Conv3x3-bn-relu", "conv5x5-bn-relu", "input", "output", "maxpool3x3 ", "é"];

    /// <summary>
    /// Well-formed raw cells of <paramref name="minVertices"/> to <paramref name="maxVertices"/> vertices, sparse to dense, connected or not.
    /// </summary>
    public static Gen<ReferenceCell> Raw(ReferenceSpace space, int minVertices = 2, int maxVertices = 7) =>
        from size in Gen.Int[minVertices, maxVertices]
        from matrix in Matrix(size)
        from interior in OneOf(space.Operations).Array[Math.Max(size - 2, 0)]
        select new ReferenceCell(matrix, Name(size, interior));

    /// <summary>Raw cells whose names are now and then unknown, or stand in the wrong place.</summary>
    public static Gen<ReferenceCell> RawWithOddNames(ReferenceSpace space, int minVertices = 1, int maxVertices = 7)
    {
        Gen<string> name = Gen.Frequency((4, OneOf(space.Operations)), (1, OneOf(s_oddNames)));
        return from raw in Raw(space, minVertices, maxVertices)
               from others in name.Array[raw.Size]
               from change in Gen.Int[0, 3].Array[raw.Size]
               select new ReferenceCell(raw.Matrix, [.. raw.Operations.Select((own, vertex) => change[vertex] == 0 ? others[vertex] : own)]);
    }

    /// <summary>Raw cells that prune to a member of the space.</summary>
    public static Gen<ReferenceCell> Valid(ReferenceSpace space, int maxVertices = 7) => Raw(space, 2, maxVertices).Where(space.IsValid);

    /// <summary>A cell with another order of its interior vertices in which it is still upper triangular.</summary>
    public static Gen<(ReferenceCell Cell, ReferenceCell Renamed)> WithRenaming(Gen<ReferenceCell> cells) =>
        from cell in cells
        from priorities in Gen.Int[0, 1_000].Array[cell.Size]
        select (cell, cell.Select(GetTopologicalOrder(cell, priorities)));

    /// <summary>A cell with the same cell and one more vertex that does nothing: no edge in, or no edge out.</summary>
    public static Gen<(ReferenceCell Cell, ReferenceCell Grown)> WithDanglingVertex(Gen<ReferenceCell> cells) =>
        from cell in cells
        from position in Gen.Int[1, cell.Size - 1]
        from isSource in Gen.Bool
        from edges in Gen.Bool.Array[cell.Size + 1]
        from name in OneOf(cell.Operations)
        select (cell, Insert(cell, position, isSource, edges, name));

    private static Gen<string> OneOf(string[] names) => Gen.Int[0, names.Length - 1].Select(index => names[index]);

    private static Gen<int[,]> Matrix(int size) =>
        from density in Gen.Int[1, 9]
        from draws in Gen.Int[0, 9].Array[size * size]
        select FillUpperTriangle(size, (x, y) => draws[(x * size) + y] < density);

    private static int[,] FillUpperTriangle(int size, Func<int, int, bool> isEdge)
    {
        var matrix = new int[size, size];
        for (int x = 0; x < size; x++)
        {
            for (int y = x + 1; y < size; y++)
            {
                matrix[x, y] = isEdge(x, y) ? 1 : 0;
            }
        }

        return matrix;
    }

    private static string[] Name(int size, string[] interior) => size switch
    {
        0 => [],
        1 => [ReferenceSpace.Input],
        _ => [ReferenceSpace.Input, .. interior, ReferenceSpace.Output],
    };

    /// <summary>Takes, again and again, the ready vertex of the lowest priority; the first and the last vertex stay in their places.</summary>
    private static int[] GetTopologicalOrder(ReferenceCell cell, int[] priorities)
    {
        if (cell.Size < 3)
        {
            return [.. Enumerable.Range(0, cell.Size)];
        }

        var order = new List<int> { 0 };
        List<int> waiting = [.. Enumerable.Range(1, cell.Size - 2)];
        while (waiting.Count > 0)
        {
            int next = waiting.Where(vertex => waiting.TrueForAll(other => cell.Matrix[other, vertex] == 0)).MinBy(vertex => priorities[vertex]);
            waiting.Remove(next);
            order.Add(next);
        }

        return [.. order, cell.Size - 1];
    }

    private static ReferenceCell Insert(ReferenceCell cell, int position, bool isSource, bool[] edges, string name)
    {
        int Old(int vertex) => vertex < position ? vertex : vertex - 1;
        int size = cell.Size + 1;
        int[,] matrix = FillUpperTriangle(size, (x, y) =>
            x == position ? isSource && edges[y] :
            y == position ? !isSource && edges[x] :
            cell.Matrix[Old(x), Old(y)] != 0);
        return new ReferenceCell(matrix, [.. cell.Operations[..position], name, .. cell.Operations[position..]]);
    }
}
