using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The trainable parameters of all cells of one topology: what the graph alone costs, and what each operation adds on each vertex.</summary>
/// <remarks>
/// The channels of a vertex follow from the graph alone, so the count of a cell is a sum of one number for each vertex, which depends on its operation.
/// </remarks>
internal struct TopologyCosts
{
    private long _graph;
    private Additions _additions;

    /// <summary>Measures a topology.</summary>
    /// <param name="pruned">Any pruned cell of it.</param>
    /// <param name="shape">The network around it.</param>
    /// <param name="costs">The costs; defined only if the network can be built.</param>
    /// <returns>Whether the network can be built: every vertex gets a channel.</returns>
    public static bool TryMeasure(Cell pruned, in NetworkShape shape, out TopologyCosts costs)
    {
        costs = default;
        Span<int> channels = stackalloc int[Cell.MaxVertices];
        var walk = new NetworkWalk(shape);
        costs._graph = NetworkCosts.ConvolutionParameters(3, shape.ImageChannels, shape.StemChannels);
        while (walk.MoveNext())
        {
            if (!VertexChannels.TryCompute(pruned, walk.InputChannels, walk.OutputChannels, channels))
            {
                return false;
            }

            costs.AddCell(pruned, walk.InputChannels, channels);
        }

        costs._graph += NetworkCosts.DenseParameters(walk.OutputChannels, shape.Classes);
        return true;
    }

    /// <summary>The parameters of cells of this topology.</summary>
    /// <param name="labellings">Their operation bits.</param>
    /// <param name="parameters">Receives the count of each.</param>
    public readonly void Fill(ReadOnlySpan<ushort> labellings, Span<int> parameters)
    {
        for (int i = 0; i < labellings.Length; i++)
        {
            int labelling = labellings[i];
            long sum = _graph;
            for (int place = 0; place < Cell.MaxInteriorVertices; place++)
            {
                // Places that the topology lacks add nothing.
                sum += _additions[Entry(place, (labelling >> (Cell.OperationWidth * place)) & Cell.OperationMask)];
            }

            parameters[i] = checked((int)sum);
        }
    }

    private static int Entry(int place, int operation) => (place << Cell.OperationWidth) + operation;

    private void AddCell(Cell pruned, int input, ReadOnlySpan<int> channels)
    {
        for (uint projected = pruned.Successors(0); projected != 0; projected &= projected - 1)
        {
            _graph += NetworkCosts.ConvolutionParameters(1, input, channels[BitOperations.TrailingZeroCount(projected)]);
        }

        for (int vertex = 1; vertex < pruned.Vertices - 1; vertex++)
        {
            for (int operation = 0; operation < Nas101.OperationCount; operation++)
            {
                _additions[Entry(vertex - 1, operation)] += NetworkCosts.OperationParameters(operation, channels[vertex]);
            }
        }
    }

    /// <summary>By vertex and operation code: 320 bytes.</summary>
    [InlineArray(Cell.MaxInteriorVertices << Cell.OperationWidth)]
    private struct Additions
    {
        private long _first;
    }
}
