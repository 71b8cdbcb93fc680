namespace NasBench.Search;

/// <summary>Encoding C: a number of edges from 0 to 9, a weight for each of the 21, and 5 operations; the edges of the largest weights are there.</summary>
internal sealed class WeightedEdgesEncoding : SearchEncoding
{
    private const int EdgeCount = Cell.MaxEdges;

    private static readonly EncodingParameter[] s_parameters = CreateParameters();

    public override string Name => "c";

    public override bool RejectsInvalid => false;

    public override bool HasGenotypes => false;

    public override bool HasEdges => false;

    public override ReadOnlySpan<EncodingParameter> Parameters => s_parameters;

    public override ulong Draw(Random random) => throw NoGenotypes();

    public override Cell Decode(ulong genotype, out int index) => throw NoGenotypes();

    public override ulong Change(ulong genotype, Random random) => throw NoGenotypes();

    public override Cell Decode(ReadOnlySpan<double> configuration, out int index)
    {
        int count = (int)configuration[0];
        ReadOnlySpan<double> weights = configuration[1..(EdgeCount + 1)];
        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        uint edges = 0;
        for (int edge = 0; edge < EdgeCount; edge++)
        {
            edges |= (CountLarger(weights, edge) < count ? 1u : 0u) << order[edge];
        }

        Cell cell = Cell.Pack<Nas101>(Cell.MaxVertices, edges, OperationParameters.Pack(configuration[(EdgeCount + 1)..]));
        index = Space<Nas101>.Locate(cell);
        return cell;
    }

    /// <summary>The number of weights that count as larger than one of them; of equal ones the later counts as larger.</summary>
    private static int CountLarger(ReadOnlySpan<double> weights, int edge)
    {
        double weight = weights[edge];
        int count = 0;
        for (int other = 0; other < weights.Length; other++)
        {
            count += weights[other] > weight || (weights[other] == weight && other > edge) ? 1 : 0;
        }

        return count;
    }

    private static NotSupportedException NoGenotypes() => new("the encoding c has no genotypes");

    private static EncodingParameter[] CreateParameters()
    {
        var parameters = new EncodingParameter[1 + EdgeCount + OperationParameters.Count];
        parameters[0] = new EncodingParameter("num_edges", ParameterKind.Integer, Nas101.MaxEdges + 1);
        for (int edge = 0; edge < EdgeCount; edge++)
        {
            parameters[edge + 1] = new EncodingParameter($"edge_{edge}", ParameterKind.Continuous, 0);
        }

        OperationParameters.Describe(parameters.AsSpan(EdgeCount + 1));
        return parameters;
    }
}
