namespace NasBench.Search;

/// <summary>The five operations at the end of every configuration: positions in the list conv1x1, conv3x3, maxpool of nas_benchmarks.</summary>
internal static class OperationParameters
{
    public const int Count = Cell.MaxInteriorVertices;

    private static readonly uint[] s_packed = PackAll();

    public static void Describe(Span<EncodingParameter> parameters)
    {
        for (int vertex = 0; vertex < Count; vertex++)
        {
            parameters[vertex] = new EncodingParameter($"op_node_{vertex}", ParameterKind.Categorical, Nas101.OperationCount);
        }
    }

    /// <summary>Draws the packed operations of a cell uniformly: all 243 of them by one draw.</summary>
    public static uint Draw(Random random) => s_packed[RandomDraws.Below(random, s_packed.Length)];

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

    private static uint[] PackAll()
    {
        var packed = new uint[(int)Math.Pow(Nas101.OperationCount, Count)];
        for (int number = 0; number < packed.Length; number++)
        {
            int rest = number;
            for (int vertex = 0; vertex < Count; vertex++)
            {
                packed[number] |= (uint)(rest % Nas101.OperationCount) << (Cell.OperationWidth * vertex);
                rest /= Nas101.OperationCount;
            }
        }

        return packed;
    }
}
