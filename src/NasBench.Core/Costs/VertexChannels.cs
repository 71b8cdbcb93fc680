using System.Numerics;

namespace NasBench;

/// <summary>How the channels of a cell are shared among its vertices (<c>compute_vertex_channels</c> of the original's model_builder.py).</summary>
internal static class VertexChannels
{
    /// <summary>Fills the channels of each vertex of a pruned cell.</summary>
    /// <returns>Whether the original's assertions hold: every vertex has a channel, and no vertex fewer than one that it feeds.</returns>
    public static bool TryCompute(Cell pruned, int inputChannels, int outputChannels, Span<int> channels)
    {
        int vertices = pruned.Vertices;
        int last = vertices - 1;
        channels[0] = inputChannels;
        channels[last] = outputChannels;
        if (vertices == 2)
        {
            return true;
        }

        channels[1..last].Clear();
        uint intoOutput = pruned.Predecessors(last) & ~1u;
        SplitOutput(intoOutput, outputChannels, channels);
        for (int vertex = last - 2; vertex > 0; vertex--)
        {
            if (((intoOutput >> vertex) & 1) == 0)
            {
                channels[vertex] = LargestSuccessor(pruned, vertex, channels);
            }

            if (channels[vertex] <= 0)
            {
                return false;
            }
        }

        return FeedsNoLargerVertex(pruned, channels);
    }

    /// <summary>
    /// Shares the output channels among the vertices whose outputs are concatenated; the first ones take the remainder. The input is not concatenated but
    /// projected and added, so it takes no share.
    /// </summary>
    private static void SplitOutput(uint intoOutput, int outputChannels, Span<int> channels)
    {
        (int share, int remainder) = Math.DivRem(outputChannels, BitOperations.PopCount(intoOutput));
        for (uint rest = intoOutput; rest != 0; rest &= rest - 1)
        {
            channels[BitOperations.TrailingZeroCount(rest)] = share + (remainder-- > 0 ? 1 : 0);
        }
    }

    private static int LargestSuccessor(Cell pruned, int vertex, ReadOnlySpan<int> channels)
    {
        int largest = 0;
        for (uint rest = InteriorSuccessors(pruned, vertex); rest != 0; rest &= rest - 1)
        {
            largest = Math.Max(largest, channels[BitOperations.TrailingZeroCount(rest)]);
        }

        return largest;
    }

    private static bool FeedsNoLargerVertex(Cell pruned, ReadOnlySpan<int> channels)
    {
        for (int vertex = 1; vertex < pruned.Vertices - 1; vertex++)
        {
            if (LargestSuccessor(pruned, vertex, channels) > channels[vertex])
            {
                return false;
            }
        }

        return true;
    }

    private static uint InteriorSuccessors(Cell pruned, int vertex) => pruned.Successors(vertex) & ~(1u << (pruned.Vertices - 1));
}
