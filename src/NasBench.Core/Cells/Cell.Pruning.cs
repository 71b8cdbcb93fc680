using System.Numerics;

namespace NasBench;

public readonly partial struct Cell
{
    /// <summary>
    /// Deletes each vertex that is not both reachable from the input and able to reach the output, keeping the order of the rest
    /// (<c>ModelSpec._prune</c> of the original). Operations are not looked at.
    /// </summary>
    /// <param name="pruned">The pruned cell; <c>default</c> where the input does not reach the output.</param>
    /// <returns><see langword="false"/> where the input does not reach the output, so that nothing remains.</returns>
    public bool TryPrune(out Cell pruned)
    {
        int vertices = Vertices;
        uint mask = AdjacencyBits;
        uint kept = Adjacency.KeptVertices(mask, vertices - 1);
        if (vertices < 2 || kept == 0)
        {
            pruned = default;
            return false;
        }

        if (kept == (1u << vertices) - 1)
        {
            pruned = this;
            return true;
        }

        pruned = Keep(kept);
        return true;
    }

    /// <summary>The graph on some of the vertices, which must include the first and the last.</summary>
    private Cell Keep(uint kept)
    {
        uint adjacency = 0;
        uint operations = 0;
        int count = 0;
        int last = Vertices - 1;
        for (uint rest = kept; rest != 0; rest &= rest - 1)
        {
            int vertex = BitOperations.TrailingZeroCount(rest);
            uint column = CompressBits(Adjacency.Predecessors(AdjacencyBits, vertex), kept);
            adjacency |= column << Adjacency.ColumnShift(count);
            if (vertex != 0 && vertex != last)
            {
                operations |= (uint)OperationAt(vertex) << (OperationWidth * (count - 1));
            }

            count++;
        }

        return Pack(count, adjacency, operations, Marks);
    }

    /// <summary>Collects the bits of a value that a mask selects at the low end (what PEXT does).</summary>
    private static uint CompressBits(uint value, uint mask)
    {
        uint result = 0;
        for (int position = 0; mask != 0; position++, mask &= mask - 1)
        {
            result |= ((value >> BitOperations.TrailingZeroCount(mask)) & 1) << position;
        }

        return result;
    }
}
