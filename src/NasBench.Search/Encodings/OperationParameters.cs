namespace NasBench.Search;

/// <summary>The five operations at the end of every configuration: positions in the list conv1x1, conv3x3, maxpool of nas_benchmarks.</summary>
internal static class OperationParameters
{
    public const int Count = Cell.MaxInteriorVertices;

    public static void Describe(Span<EncodingParameter> parameters)
    {
        for (int vertex = 0; vertex < Count; vertex++)
        {
            parameters[vertex] = new EncodingParameter($"op_node_{vertex}", ParameterKind.Categorical, Nas101.OperationCount);
        }
    }

    /// <summary>Draws the packed operations of a cell uniformly.</summary>
    public static uint Draw(Random random)
    {
        uint operations = 0;
        for (int vertex = 0; vertex < Count; vertex++)
        {
            operations |= (uint)RandomDraws.Below(random, Nas101.OperationCount) << (Cell.OperationWidth * vertex);
        }

        return operations;
    }

    public static uint Pack(ReadOnlySpan<double> positions)
    {
        uint operations = 0;
        for (int vertex = 0; vertex < Count; vertex++)
        {
            operations |= (uint)Swap((int)positions[vertex]) << (Cell.OperationWidth * vertex);
        }

        return operations;
    }

    public static void Unpack(Cell cell, Span<double> positions)
    {
        for (int vertex = 0; vertex < Count; vertex++)
        {
            positions[vertex] = Swap(cell.OperationAt(vertex + 1));
        }
    }

    /// <summary>From an operation's code to its position in the list of nas_benchmarks, or back: the first two are exchanged.</summary>
    public static int Swap(int operation) => operation < 2 ? 1 - operation : operation;
}
