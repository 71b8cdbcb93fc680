using System.Numerics;

namespace NasBench;

/// <summary>
/// Configuration space B of nas_benchmarks (<c>NASCifar10B</c>: op_node_0 to 4, edge_0 to 8): five operations as in <see cref="ConfigurationSpaceA"/>,
/// then nine numbers of edges, repetitions allowed. Number v is bit 20 - v of the original's number of the graph, edge x -> y being bit x + y(y-1)/2.
/// A cell is written with its numbers ascending and the last one repeated; a cell without edges or with more than nine is not encoded.
/// </summary>
public readonly struct ConfigurationSpaceB : IInvertibleEncoding
{
    /// <summary>The number of values: 5 + 9.</summary>
    public const int Length = EncodedParts.Vertices + ConfigurationEdges.MaxEdges;

    /// <inheritdoc/>
    public static string Name => "cs-b";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => ConfigurationEdges.TryEncode(cell, values, isRowMajor: false);

    /// <inheritdoc/>
    public static bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => ConfigurationEdges.TryDecode(values, isRowMajor: false, out cell);
}
