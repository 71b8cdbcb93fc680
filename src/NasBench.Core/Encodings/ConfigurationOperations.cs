using System.Numerics;

namespace NasBench;

/// <summary>
/// The five operations with which the configuration spaces of nas_benchmarks and of kurobako begin, as positions in their list:
/// conv1x1-bn-relu 0, conv3x3-bn-relu 1, maxpool3x3 2.
/// </summary>
internal static class ConfigurationOperations
{
    public static void Write<T>(Cell padded, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        for (int vertex = 0; vertex < EncodedParts.Vertices; vertex++)
        {
            values[vertex] = T.CreateTruncating(Swap(padded.OperationAt(vertex + 1)));
        }
    }

    public static bool TryRead<T>(ReadOnlySpan<T> values, out uint operations)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        operations = 0;
        for (int vertex = 0; vertex < EncodedParts.Vertices; vertex++)
        {
            if (!EncodedParts.TryReadNumber(values[vertex], Nas101.OperationCount, out int choice))
            {
                return false;
            }

            operations |= (uint)Swap(choice) << (Cell.OperationWidth * vertex);
        }

        return true;
    }

    /// <summary>Converts between operation codes and positions, in either direction: the first two operations are exchanged.</summary>
    private static int Swap(int operation) => operation < 2 ? 1 - operation : operation;
}
