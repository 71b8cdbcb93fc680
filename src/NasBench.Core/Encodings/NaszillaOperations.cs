using System.Numerics;

namespace NasBench;

/// <summary>
/// The operations in naszilla's adjacency encodings: conv1x1-bn-relu 0, conv3x3-bn-relu 0.5, maxpool3x3 1, and the vertices from the last to the first.
/// </summary>
internal static class NaszillaOperations
{
    /// <summary>Writes vertex 5 first, vertex 1 last.</summary>
    public static void Write<T>(Cell padded, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        for (int vertex = 1; vertex <= EncodedParts.Vertices; vertex++)
        {
            values[^vertex] = ValueOf<T>(padded.OperationAt(vertex));
        }
    }

    /// <summary>Reads them back as operation bits.</summary>
    public static bool TryRead<T>(ReadOnlySpan<T> values, out uint operations)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        operations = 0;
        for (int vertex = 1; vertex <= EncodedParts.Vertices; vertex++)
        {
            int operation = 0;
            while (operation < Nas101.OperationCount && values[^vertex] != ValueOf<T>(operation))
            {
                operation++;
            }

            if (operation == Nas101.OperationCount)
            {
                return false;
            }

            operations |= (uint)operation << (Cell.OperationWidth * (vertex - 1));
        }

        return true;
    }

    private static T ValueOf<T>(int operation)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => operation switch
        {
            0 => T.One / (T.One + T.One),
            1 => T.Zero,
            _ => T.One,
        };
}
