using System.Numerics;

namespace NasBench.Search;

/// <summary>With which probability a configuration drawn from an encoding means each of the classes.</summary>
/// <remarks>
/// <para>
/// All 509,607,936 raw configurations are counted without being looked at one by one. Which edges pruning keeps hangs on the 2^21 sets of edges alone; there
/// are 13,839 different results, each with its way of numbering labellings. Three to the power of the removed vertices is the same for all of them.
/// </para>
/// <para>About a tenth of a second, and 16 MB meanwhile.</para>
/// </remarks>
public static class ClassWeights
{
    private const int EdgeCount = Cell.MaxEdges;

    /// <summary>The numbers of edges that configurations of the encoding C name, and the choices of encoding B.</summary>
    private const int ChosenEdges = 9;

    /// <summary>The probability of each class.</summary>
    /// <param name="encoding">The encoding that a random search draws from.</param>
    /// <returns>
    /// For each index the part of all configurations that mean it. They add up to the part that is valid: 1 where invalid ones are never drawn, or are drawn
    /// again.
    /// </returns>
    /// <exception cref="NotSupportedException">The encoding is none of <see cref="SearchEncoding.All"/>.</exception>
    public static double[] Of(SearchEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        if (!SearchEncoding.All.Contains(encoding))
        {
            throw new NotSupportedException($"what the encoding {encoding.Name} draws is not known");
        }

        if (encoding == SearchEncoding.Class)
        {
            double[] uniform = new double[Nas101.CellCount];
            Array.Fill(uniform, 1.0 / uniform.Length);
            return uniform;
        }

        double[] weights = Label(Wire(WeightsOfEdgeCounts(encoding)));
        double total = encoding.RejectsInvalid ? weights.Sum() : TotalWeight(encoding);
        foreach (ref double weight in weights.AsSpan())
        {
            weight /= total;
        }

        return weights;
    }

    /// <summary>How often each set of so many edges is drawn, in proportion. All sets of one size are alike.</summary>
    private static double[] WeightsOfEdgeCounts(SearchEncoding encoding)
    {
        double[] weights = new double[EdgeCount + 1];
        for (int edges = 0; edges <= EdgeCount; edges++)
        {
            weights[edges] = encoding.Name switch
            {
                "a-raw9" => edges <= Nas101.MaxEdges ? 1 : 0,
                "b" => Surjections(ChosenEdges, edges),
                "c" => edges <= ChosenEdges ? 1 / Subsets(EdgeCount, edges) : 0,
                _ => 1,
            };
        }

        return weights;
    }

    /// <summary>The weight of all configurations, valid or not.</summary>
    private static double TotalWeight(SearchEncoding encoding) => Math.Pow(Nas101.OperationCount, Cell.MaxInteriorVertices) * encoding.Name switch
    {
        "b" => Math.Pow(EdgeCount, ChosenEdges),
        "c" => ChosenEdges + 1,
        _ => 1 << EdgeCount,
    };

    /// <summary>For each graph that pruning can leave the weight of all sets of edges that it leaves of.</summary>
    private static double[] Wire(double[] weightsOfCounts)
    {
        ReadOnlySpan<uint> keptEdges = LocateTable<Nas101>.Instance.KeptEdges;
        double[] weights = new double[1 << EdgeCount];
        for (uint edges = 0; edges < 1u << EdgeCount; edges++)
        {
            uint kept = Adjacency.KeptVertices(edges, Cell.MaxVertices - 1);
            uint key = edges & keptEdges[Interior(kept)];
            if (kept != 0 && BitOperations.PopCount(key) <= Nas101.MaxEdges)
            {
                weights[key] += weightsOfCounts[BitOperations.PopCount(edges)];
            }
        }

        return weights;
    }

    /// <summary>From graphs to classes: each labelling of the kept vertices once, times the operations that removed ones can have.</summary>
    private static double[] Label(double[] weightsOfGraphs)
    {
        LocateTable<Nas101> table = LocateTable<Nas101>.Instance;
        ReadOnlySpan<ushort> ranks = RankTables<Nas101>.Ranks;
        double[] weights = new double[Nas101.CellCount];
        for (uint key = 0; key < weightsOfGraphs.Length; key++)
        {
            if (weightsOfGraphs[key] == 0)
            {
                continue;
            }

            int kept = BitOperations.PopCount((uint)Interior(Adjacency.KeptVertices(key, Cell.MaxVertices - 1)));
            double weight = weightsOfGraphs[key] * Power(Cell.MaxInteriorVertices - kept);
            ref readonly LocateSlot slot = ref table.Find(key);

            // The weights of a slot are the powers of three in some order: its labellings have the numbers from 0 on, each once.
            for (int labels = 0; labels < Power(kept); labels++)
            {
                weights[slot.FirstIndex + ranks[slot.RankStart + labels]] += weight;
            }
        }

        return weights;
    }

    private static int Interior(uint kept) => (int)(kept >> 1) & ((1 << Cell.MaxInteriorVertices) - 1);

    private static int Power(int vertices)
    {
        int power = 1;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            power *= Nas101.OperationCount;
        }

        return power;
    }

    /// <summary>In how many ways some draws hit each of some things at least once, and nothing else.</summary>
    private static double Surjections(int draws, int things)
    {
        double count = 0;
        for (int missed = 0; missed <= things && things <= draws; missed++)
        {
            count += (missed % 2 == 0 ? 1 : -1) * Subsets(things, missed) * Math.Pow(things - missed, draws);
        }

        return count;
    }

    private static double Subsets(int things, int chosen)
    {
        double count = 1;
        for (int i = 0; i < chosen; i++)
        {
            count = count * (things - i) / (i + 1);
        }

        return count;
    }
}
