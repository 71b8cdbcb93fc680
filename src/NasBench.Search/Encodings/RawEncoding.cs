using System.Numerics;

namespace NasBench.Search;

/// <summary>21 edges that are there or not, and 5 operations; the genotype is the bits of the raw cell.</summary>
/// <remarks>Order of the parameters: edges in reading order of the matrix, then operations, as positions in the list of nas_benchmarks.</remarks>
internal sealed class RawEncoding(string name, bool rejectsInvalid, bool countsRawEdges) : SearchEncoding
{
    private const int EdgeCount = Cell.MaxEdges;
    private const uint AllEdges = (1u << EdgeCount) - 1;

    private static readonly EncodingParameter[] s_parameters = CreateParameters();

    public override string Name => name;

    public override bool RejectsInvalid => rejectsInvalid;

    public override ReadOnlySpan<EncodingParameter> Parameters => s_parameters;

    public override ulong Draw(Random random) => Draw(random, out Cell _, out int _);

    public override ulong Draw(Random random, out Cell cell, out int index)
    {
        do
        {
            cell = Cell.Pack<Nas101>(Cell.MaxVertices, (uint)RandomDraws.Bits(random) & AllEdges, OperationParameters.Draw(random));
            index = Locate(cell);
        }
        while (rejectsInvalid && index < 0);

        return cell.Bits;
    }

    public override Cell Decode(ulong genotype, out int index)
    {
        var cell = Cell.FromTrustedBits(genotype);
        index = Locate(cell);
        return cell;
    }

    public override void Locate(ReadOnlySpan<Cell> cells, Span<int> indices)
    {
        Space<Nas101>.Locate(cells, indices);
        for (int i = 0; countsRawEdges && i < cells.Length; i++)
        {
            indices[i] = HasTooManyEdges(cells[i]) ? -1 : indices[i];
        }
    }

    public override ulong Change(ulong genotype, Random random) => Change(genotype, random, out Cell _, out int _);

    public override ulong Change(ulong genotype, Random random, out Cell cell, out int index)
    {
        MutationKind kind = rejectsInvalid ? MutationKind.Paper : MutationKind.NasBenchmarks;
        CellMutator.TryMutate(Cell.FromTrustedBits(genotype), kind, random, out cell, out index);
        if (countsRawEdges && HasTooManyEdges(cell))
        {
            index = -1;
        }

        return cell.Bits;
    }

    public override bool TryChangeSome(ulong genotype, double edgeProbability, double operationProbability, Random random, out ulong changed)
    {
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            changed = ChangeSome(genotype, edgeProbability, operationProbability, random);
            if (Locate(Cell.FromTrustedBits(changed)) >= 0)
            {
                return true;
            }
        }

        changed = genotype;
        return false;
    }

    public override Cell Decode(ReadOnlySpan<double> configuration, out int index)
    {
        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        uint edges = 0;
        for (int edge = 0; edge < EdgeCount; edge++)
        {
            edges |= (configuration[edge] >= 0.5 ? 1u : 0u) << order[edge];
        }

        Cell cell = Cell.Pack<Nas101>(Cell.MaxVertices, edges, OperationParameters.Pack(configuration[EdgeCount..]));
        index = Locate(cell);
        return cell;
    }

    public override void Unpack(ulong genotype, Span<double> configuration)
    {
        var cell = Cell.FromTrustedBits(genotype);
        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        for (int edge = 0; edge < EdgeCount; edge++)
        {
            configuration[edge] = (cell.AdjacencyBits >> order[edge]) & 1;
        }

        OperationParameters.Unpack(cell, configuration[EdgeCount..]);
    }

    private static ulong ChangeSome(ulong genotype, double edgeProbability, double operationProbability, Random random)
    {
        uint flipped = 0;
        for (int edge = 0; edge < EdgeCount; edge++)
        {
            flipped |= (RandomDraws.Chance(random, edgeProbability) ? 1u : 0u) << edge;
        }

        Cell cell = Cell.FromTrustedBits(genotype).WithEdgesFlipped(flipped);
        for (int vertex = 1; vertex <= Cell.MaxInteriorVertices; vertex++)
        {
            if (RandomDraws.Chance(random, operationProbability))
            {
                int other = RandomDraws.Below(random, Nas101.OperationCount - 1);
                int present = cell.OperationAt(vertex);
                cell = cell.WithOperation(vertex, other < present ? other : other + 1);
            }
        }

        return cell.Bits;
    }

    private static EncodingParameter[] CreateParameters()
    {
        var parameters = new EncodingParameter[EdgeCount + OperationParameters.Count];
        for (int edge = 0; edge < EdgeCount; edge++)
        {
            parameters[edge] = new EncodingParameter($"edge_{edge}", ParameterKind.Categorical, 2);
        }

        OperationParameters.Describe(parameters.AsSpan(EdgeCount));
        return parameters;
    }

    private static bool HasTooManyEdges(Cell cell) => BitOperations.PopCount(cell.AdjacencyBits) > Nas101.MaxEdges;

    private int Locate(Cell cell) => countsRawEdges && HasTooManyEdges(cell) ? -1 : Space<Nas101>.Locate(cell);
}
