using System.Numerics;

namespace NasBench;

/// <summary>Adds up the parameters and multiply-adds of a network, layer by layer.</summary>
internal struct NetworkCosts
{
    public long Parameters { get; private set; }

    public long Flops { get; private set; }

    /// <summary>The kernel of each operation of NAS-Bench-101: 3x3 and 1x1 convolution, and none for max-pooling.</summary>
    private static ReadOnlySpan<byte> KernelSizes => [3, 1, 0];

    /// <summary>Measures the network of a pruned cell with known operations.</summary>
    /// <returns>Whether the network can be built: every vertex gets a channel.</returns>
    public static bool TryMeasure(Cell pruned, in NetworkShape shape, out NetworkCosts costs)
    {
        costs = default;
        var walk = new NetworkWalk(shape);
        costs.AddConvolution(3, shape.ImageChannels, shape.StemChannels, shape.ImageSize);
        while (walk.MoveNext())
        {
            if (!costs.TryAddCell(pruned, walk))
            {
                costs = default;
                return false;
            }
        }

        costs.AddDense(walk.OutputChannels, shape.Classes);
        return true;
    }

    /// <summary>The weights of a convolution without bias, and two numbers per channel for its batch normalisation.</summary>
    public static long ConvolutionParameters(int kernel, int from, int to) => ((long)kernel * kernel * from * to) + (2L * to);

    /// <summary>The parameters of an operation of NAS-Bench-101 on a vertex; none for max-pooling.</summary>
    public static long OperationParameters(int operation, int channels) =>
        KernelSizes[operation] > 0 ? ConvolutionParameters(KernelSizes[operation], channels, channels) : 0;

    /// <summary>The weights and biases of the dense layer.</summary>
    public static long DenseParameters(int from, int to) => ((long)from * to) + to;

    private bool TryAddCell(Cell pruned, in NetworkWalk walk)
    {
        Span<int> channels = stackalloc int[Cell.MaxVertices];
        if (!VertexChannels.TryCompute(pruned, walk.InputChannels, walk.OutputChannels, channels))
        {
            return false;
        }

        for (uint projected = pruned.Successors(0); projected != 0; projected &= projected - 1)
        {
            int vertex = BitOperations.TrailingZeroCount(projected);
            AddConvolution(1, walk.InputChannels, channels[vertex], walk.ImageSize);
        }

        for (int vertex = 1; vertex < pruned.Vertices - 1; vertex++)
        {
            int kernel = KernelSizes[pruned.OperationAt(vertex)];
            if (kernel > 0)
            {
                AddConvolution(kernel, channels[vertex], channels[vertex], walk.ImageSize);
            }
        }

        return true;
    }

    private void AddConvolution(int kernel, int from, int to, int size)
    {
        Parameters += ConvolutionParameters(kernel, from, to);
        Flops += (long)kernel * kernel * from * to * size * size;
    }

    private void AddDense(int from, int to)
    {
        Parameters += DenseParameters(from, to);
        Flops += (long)from * to;
    }
}
