using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace NasBench.Search;

/// <summary>
/// The parameters of kurobako's problems <c>NASBench (A)</c>, <c>(B)</c> and <c>(C)</c>: five operations first, then edges, whose numbers follow the reading
/// order of the matrix in all three.
/// </summary>
/// <remarks>
/// They mean the cells of <see cref="SearchEncoding.A"/>, <see cref="SearchEncoding.B"/> and <see cref="SearchEncoding.C"/>, valid by the rule of the
/// original: at most nine edges after pruning. Only the order differs, and in B the numbers of the edges, which nas_benchmarks counts otherwise. Source:
/// optuna/kurobako, <c>kurobako_problems/src/nasbench.rs</c>. Immutable and thread-safe.
/// </remarks>
public sealed class KurobakoEncoding
{
    private const int OperationCount = OperationParameters.Count;
    private const int EdgeCount = Cell.MaxEdges;

    /// <summary>Weights of edges that are there and that are not, in C.</summary>
    private const double Present = 0.75;
    private const double Absent = 0.25;

    private readonly KurobakoVariable[] _parameters;

    private KurobakoEncoding(string name, SearchEncoding searched, IEnumerable<KurobakoVariable> edges)
    {
        Name = name;
        Searched = searched;
        _parameters = [.. Enumerable.Range(0, OperationCount).Select(CreateOperation), .. edges];
    }

    /// <summary>21 edges that are there or not.</summary>
    public static KurobakoEncoding A { get; } = new("A", SearchEncoding.A, Numbers(EdgeCount).Select(number
        => KurobakoVariable.OfChoices("edge" + number, "false", "true")));

    /// <summary>Nine choices among the edges.</summary>
    public static KurobakoEncoding B { get; } = new("B", SearchEncoding.B, Numbers(Nas101.MaxEdges).Select(number
        => KurobakoVariable.OfChoices("edge" + number, [.. Numbers(EdgeCount)])));

    /// <summary>A number of edges, and a weight for each.</summary>
    public static KurobakoEncoding C { get; } = new(
        "C",
        SearchEncoding.C,
        [
            KurobakoVariable.OfNumbers("num_edges", KurobakoVariable.Discrete, Nas101.MaxEdges + 1),
            .. Numbers(EdgeCount).Select(number => KurobakoVariable.OfNumbers("edge" + number, KurobakoVariable.Continuous, 1)),
        ]);

    /// <summary>All three.</summary>
    public static IReadOnlyList<KurobakoEncoding> All { get; } = [A, B, C];

    /// <summary>The letter.</summary>
    public string Name { get; }

    /// <summary>Our encoding with the same cells.</summary>
    internal SearchEncoding Searched { get; }

    internal IReadOnlyList<KurobakoVariable> Parameters => _parameters;

    /// <summary>Finds an encoding by its letter.</summary>
    /// <param name="name">The letter.</param>
    /// <returns>The encoding; null where none has this name.</returns>
    public static KurobakoEncoding? Find(string name) => All.FirstOrDefault(encoding => encoding.Name == name);

    /// <summary>The encoding in whose terms the results of a search are told to kurobako.</summary>
    internal static KurobakoEncoding Of(SearchEncoding searched) => All.FirstOrDefault(encoding => encoding.Searched == searched) ?? A;

    /// <summary>The encoding that a domain of parameters describes; null where it is none of the three.</summary>
    internal static KurobakoEncoding? Match(JsonElement domain) => All.FirstOrDefault(encoding => encoding.Describes(domain));

    /// <summary>The parameters of a valid cell. One of more than nine edges before pruning becomes that of its class in B and C, which hold no more.</summary>
    /// <param name="cell">The raw cell.</param>
    /// <param name="index">Its index.</param>
    internal double[] Encode(Cell cell, int index)
    {
        bool isTooLarge = this != A && BitOperations.PopCount(cell.AdjacencyBits) > Nas101.MaxEdges;
        Cell padded = (isTooLarge ? Space<Nas101>.CellAt(index) : cell).PadTo(Cell.MaxVertices);
        double[] parameters = new double[_parameters.Length];
        OperationParameters.Unpack(padded, parameters.AsSpan(0, OperationCount));
        Span<double> edges = parameters.AsSpan(OperationCount);
        ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
        int count = 0;
        for (int edge = 0; edge < EdgeCount; edge++)
        {
            bool isThere = ((padded.AdjacencyBits >> order[edge]) & 1) != 0;
            if (this == A)
            {
                edges[edge] = isThere ? 1 : 0;
            }
            else if (this == C)
            {
                edges[edge + 1] = isThere ? Present : Absent;
            }
            else if (isThere)
            {
                // The last one fills the rest of the nine choices.
                edges[count..].Fill(edge);
            }

            count += isThere ? 1 : 0;
        }

        if (this == C)
        {
            edges[0] = count;
        }

        return parameters;
    }

    /// <summary>The cell that parameters mean.</summary>
    /// <param name="parameters">A number for each parameter. Of choices and whole numbers the fraction is dropped, as kurobako does.</param>
    /// <param name="index">Its index; -1 where it is not valid.</param>
    /// <exception cref="KurobakoException">They are too few or too many, or out of their ranges.</exception>
    internal Cell Decode(ReadOnlySpan<double> parameters, out int index)
    {
        if (parameters.Length != _parameters.Length)
        {
            throw KurobakoException.InvalidInput($"expected {_parameters.Length} parameters, found {parameters.Length}");
        }

        Span<double> configuration = stackalloc double[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            KurobakoVariable parameter = _parameters[i];
            if (!(parameters[i] >= 0 && parameters[i] < parameter.High))
            {
                throw KurobakoException.InvalidInput(string.Create(
                    CultureInfo.InvariantCulture, $"the parameter {parameter.Name} is {parameters[i]}, expected a number from 0 to below {parameter.High}"));
            }

            // Ours has the operations at the end.
            int place = i < OperationCount ? parameters.Length - OperationCount + i : i - OperationCount;
            configuration[place] = parameter.Type == KurobakoVariable.Continuous ? parameters[i] : Math.Floor(parameters[i]);
        }

        if (this == B)
        {
            ReadOnlySpan<byte> order = RowMajorEdges.Of(Cell.MaxVertices);
            foreach (ref double edge in configuration[..Nas101.MaxEdges])
            {
                // nas_benchmarks counts the bits of the graph from the other end.
                edge = EdgeCount - 1 - order[(int)edge];
            }
        }

        return Searched.Decode(configuration, out index);
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static KurobakoVariable CreateOperation(int vertex) => KurobakoVariable.OfChoices(
        string.Create(CultureInfo.InvariantCulture, $"op{vertex}"),
        [.. Enumerable.Range(0, Nas101.OperationCount).Select(position => Nas101.OperationNames[OperationParameters.Swap(position)])]);

    private bool Describes(JsonElement domain)
        => domain.GetArrayLength() == _parameters.Length && domain.EnumerateArray().Zip(_parameters).All(pair => pair.Second.Describes(pair.First));
}
