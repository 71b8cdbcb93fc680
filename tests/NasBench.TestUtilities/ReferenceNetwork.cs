namespace NasBench.TestUtilities;

/// <summary>
/// The network that the original builds around a cell (model_builder.py, base_ops.py), walked layer by layer: trainable parameters and
/// multiply-adds of the convolutions and the dense layer for one image.
/// </summary>
/// <remarks>
/// A convolution k x k from c to d channels has k*k*c*d weights, no bias, and 2d parameters of batch normalization; it costs k*k*c*d
/// multiply-adds a pixel of its output. Everything but convolutions and the dense layer costs 0.
/// </remarks>
public sealed class ReferenceNetwork
{
    private readonly ReferenceCell _cell;

    private ReferenceNetwork(ReferenceCell pruned) => _cell = pruned;

    /// <summary>Trainable parameters counted so far.</summary>
    public long Parameters { get; private set; }

    /// <summary>Multiply-adds counted so far.</summary>
    public long MultiplyAdds { get; private set; }

    /// <summary>Builds the network around a pruned cell; null where the original fails because a vertex would get no channel.</summary>
    public static ReferenceNetwork? Build(
        ReferenceCell pruned, int stemChannels = 128, int stacks = 3, int cellsPerStack = 3, int imageSize = 32, int imageChannels = 3, int classes = 10)
    {
        var network = new ReferenceNetwork(pruned);
        int size = imageSize;
        int channels = stemChannels;
        network.AddConvolution(3, imageChannels, stemChannels, size);
        for (int stack = 0; stack < stacks; stack++)
        {
            int output = channels;
            if (stack > 0)
            {
                size = (size + 1) / 2;
                output *= 2;
            }

            for (int module = 0; module < cellsPerStack; module++)
            {
                if (!network.AddModule(channels, output, size))
                {
                    return null;
                }

                channels = output;
            }
        }

        network.Parameters += (channels * (long)classes) + classes;
        network.MultiplyAdds += channels * (long)classes;
        return network;
    }

    /// <summary>`compute_vertex_channels`; null where one of its assertions fails.</summary>
    public static int[]? GetVertexChannels(ReferenceCell pruned, int input, int output)
    {
        int last = pruned.Size - 1;
        int[] channels = new int[pruned.Size];
        channels[0] = input;
        channels[last] = output;
        if (pruned.Size == 2)
        {
            return channels;
        }

        bool IsEdge(int from, int to) => pruned.Matrix[from, to] != 0;
        int fanIn = Enumerable.Range(1, last - 1).Count(vertex => IsEdge(vertex, last));
        int correction = output % fanIn;
        for (int vertex = 1; vertex < last; vertex++)
        {
            if (IsEdge(vertex, last))
            {
                channels[vertex] = (output / fanIn) + (correction-- > 0 ? 1 : 0);
            }
        }

        for (int vertex = last - 2; vertex > 0; vertex--)
        {
            if (!IsEdge(vertex, last))
            {
                channels[vertex] = Enumerable.Range(vertex + 1, last - 1 - vertex).Where(to => IsEdge(vertex, to)).Max(to => channels[to]);
            }

            if (channels[vertex] <= 0)
            {
                return null;
            }
        }

        bool channelsIncrease = Enumerable.Range(1, last - 1)
            .Any(from => Enumerable.Range(from + 1, last - 1 - from).Any(to => IsEdge(from, to) && channels[from] < channels[to]));
        return channelsIncrease ? null : channels;
    }

    private bool AddModule(int input, int output, int size)
    {
        if (GetVertexChannels(_cell, input, output) is not { } channels)
        {
            return false;
        }

        int last = _cell.Size - 1;
        for (int vertex = 1; vertex < last; vertex++)
        {
            if (_cell.Matrix[0, vertex] != 0)
            {
                AddConvolution(1, input, channels[vertex], size);
            }

            switch (_cell.Operations[vertex])
            {
                case "conv3x3-bn-relu":
                    AddConvolution(3, channels[vertex], channels[vertex], size);
                    break;
                case "conv1x1-bn-relu":
                    AddConvolution(1, channels[vertex], channels[vertex], size);
                    break;
                case "maxpool3x3":
                    break;
                default:
                    throw new InvalidOperationException($"no operation {_cell.Operations[vertex]}");
            }
        }

        if (_cell.Matrix[0, last] != 0)
        {
            AddConvolution(1, input, output, size);
        }

        return true;
    }

    private void AddConvolution(int kernel, int input, int output, int size)
    {
        long weights = (long)kernel * kernel * input * output;
        Parameters += weights + (2L * output);
        MultiplyAdds += weights * size * size;
    }
}
