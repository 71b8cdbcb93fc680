namespace NasBench.Bench;

/// <summary>The trainable parameters of the standard network, layer by layer as the original's model_builder.py builds it.</summary>
public static class StraightforwardParameters
{
    private const int Stacks = 3;
    private const int CellsPerStack = 3;
    private const int StemChannels = 128;
    private const int Classes = 10;
    private const int MaxVertices = 7;

    /// <summary>Counts for a pruned cell.</summary>
    public static long Count(ReadOnlySpan<byte> matrix, ReadOnlySpan<sbyte> labels)
    {
        long sum = Convolution(3, 3, StemChannels);
        int input = StemChannels;
        int output = StemChannels;
        for (int stack = 0; stack < Stacks; stack++, output *= 2)
        {
            for (int cell = 0; cell < CellsPerStack; cell++)
            {
                sum += CountCell(matrix, labels, input, output);
                input = output;
            }
        }

        return sum + ((long)input * Classes) + Classes;
    }

    private static long CountCell(ReadOnlySpan<byte> matrix, ReadOnlySpan<sbyte> labels, int input, int output)
    {
        int vertices = labels.Length;
        Span<int> channels = stackalloc int[MaxVertices];
        ShareChannels(matrix, vertices, output, channels);
        long sum = 0;
        for (int vertex = 1; vertex < vertices; vertex++)
        {
            sum += matrix[vertex] != 0 ? Convolution(1, input, channels[vertex]) : 0;
            sum += labels[vertex] switch
            {
                0 => Convolution(3, channels[vertex], channels[vertex]),
                1 => Convolution(1, channels[vertex], channels[vertex]),
                _ => 0,
            };
        }

        return sum;
    }

    /// <summary>Weights, and two parameters a channel of the batch normalisation.</summary>
    private static long Convolution(int kernel, int from, int to) => ((long)kernel * kernel * from * to) + (2L * to);

    private static void ShareChannels(ReadOnlySpan<byte> matrix, int vertices, int output, Span<int> channels)
    {
        int last = vertices - 1;
        channels[last] = output;
        int intoOutput = 0;
        for (int vertex = 1; vertex < last; vertex++)
        {
            intoOutput += matrix[(vertex * vertices) + last];
        }

        int extra = intoOutput == 0 ? 0 : output % intoOutput;
        for (int vertex = 1; vertex < last; vertex++)
        {
            if (matrix[(vertex * vertices) + last] != 0)
            {
                channels[vertex] = (output / intoOutput) + (extra-- > 0 ? 1 : 0);
            }
        }

        for (int vertex = last - 1; vertex > 0; vertex--)
        {
            for (int to = vertex + 1; to < last && matrix[(vertex * vertices) + last] == 0; to++)
            {
                channels[vertex] = matrix[(vertex * vertices) + to] != 0 ? Math.Max(channels[vertex], channels[to]) : channels[vertex];
            }
        }
    }
}
