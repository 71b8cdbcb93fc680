using System.Numerics;

namespace NasBench;

/// <summary>
/// Configuration space A of nas_benchmarks (<c>NASCifar10A</c>: op_node_0 to 4, edge_0 to 20) and of kurobako (op0 to 4, edge0 to 20):
/// five operations as positions in the list conv1x1-bn-relu, conv3x3-bn-relu, maxpool3x3, then the 21 edges in reading order of the matrix as 0 or 1.
/// </summary>
public readonly struct ConfigurationSpaceA : IInvertibleEncoding
{
    /// <summary>The number of values: 5 + 21.</summary>
    public const int Length = EncodedParts.Vertices + EncodedParts.Edges;

    /// <inheritdoc/>
    public static string Name => "cs-a";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < Length || !EncodedParts.TryPad(cell, out Cell padded))
        {
            return false;
        }

        ConfigurationOperations.Write(padded, values);
        EncodedParts.WriteEdges(padded, values[EncodedParts.Vertices..]);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        cell = default;
        if (values.Length < Length
            || !ConfigurationOperations.TryRead(values, out uint operations)
            || !EncodedParts.TryReadEdges(values[EncodedParts.Vertices..], out uint edges))
        {
            return false;
        }

        cell = EncodedParts.Create(edges, operations);
        return true;
    }
}
