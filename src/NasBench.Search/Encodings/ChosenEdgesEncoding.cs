namespace NasBench.Search;

/// <summary>Encoding B: nine choices among the 21 edges, repetitions allowed, and 5 operations.</summary>
/// <remarks>
/// <code>
/// genotype  bits 0-44   nine numbers of edges, five bits each
///           bits 45-54  five operations, two bits each
/// </code>
/// Edge number v is bit 20 - v of the column-major number of the graph, as in nas_benchmarks.
/// </remarks>
internal sealed class ChosenEdgesEncoding : SearchEncoding
{
    private const int Choices = 9;
    private const int ChoiceWidth = 5;
    private const int OperationsShift = Choices * ChoiceWidth;
    private const int OperationWidth = 2;

    private static readonly EncodingParameter[] s_parameters = CreateParameters();

    public override string Name => "b";

    public override bool RejectsInvalid => false;

    public override bool HasEdges => false;

    public override ReadOnlySpan<EncodingParameter> Parameters => s_parameters;

    public override ulong Draw(Random random)
    {
        ulong genotype = 0;
        for (int parameter = 0; parameter < s_parameters.Length; parameter++)
        {
            genotype |= (ulong)(uint)RandomDraws.Below(random, s_parameters[parameter].Count) << Shift(parameter);
        }

        return genotype;
    }

    public override Cell Decode(ulong genotype, out int index)
    {
        uint edges = 0;
        for (int choice = 0; choice < Choices; choice++)
        {
            edges |= EdgeBit(Get(genotype, choice));
        }

        uint operations = 0;
        for (int vertex = 0; vertex < OperationParameters.Count; vertex++)
        {
            operations |= (uint)OperationParameters.Swap(Get(genotype, Choices + vertex)) << (Cell.OperationWidth * vertex);
        }

        return Create(edges, operations, out index);
    }

    public override ulong Change(ulong genotype, Random random)
    {
        int parameter = RandomDraws.Below(random, s_parameters.Length);
        int present = Get(genotype, parameter);
        int other = RandomDraws.Below(random, s_parameters[parameter].Count - 1);
        int value = other < present ? other : other + 1;
        return genotype ^ ((ulong)(uint)(present ^ value) << Shift(parameter));
    }

    public override Cell Decode(ReadOnlySpan<double> configuration, out int index)
    {
        uint edges = 0;
        foreach (double choice in configuration[..Choices])
        {
            edges |= EdgeBit((int)choice);
        }

        return Create(edges, OperationParameters.Pack(configuration[Choices..]), out index);
    }

    public override void Unpack(ulong genotype, Span<double> configuration)
    {
        for (int parameter = 0; parameter < s_parameters.Length; parameter++)
        {
            configuration[parameter] = Get(genotype, parameter);
        }
    }

    private static Cell Create(uint edges, uint operations, out int index)
    {
        Cell cell = Cell.Pack<Nas101>(Cell.MaxVertices, edges, operations);
        index = Space<Nas101>.Locate(cell);
        return cell;
    }

    private static uint EdgeBit(int number) => 1u << (Cell.MaxEdges - 1 - number);

    private static int Shift(int parameter)
        => parameter < Choices ? parameter * ChoiceWidth : OperationsShift + ((parameter - Choices) * OperationWidth);

    private static int Get(ulong genotype, int parameter)
        => (int)(genotype >> Shift(parameter)) & (parameter < Choices ? (1 << ChoiceWidth) - 1 : (1 << OperationWidth) - 1);

    private static EncodingParameter[] CreateParameters()
    {
        var parameters = new EncodingParameter[Choices + OperationParameters.Count];
        for (int choice = 0; choice < Choices; choice++)
        {
            parameters[choice] = new EncodingParameter($"edge_{choice}", ParameterKind.Categorical, Cell.MaxEdges);
        }

        OperationParameters.Describe(parameters.AsSpan(Choices));
        return parameters;
    }
}
