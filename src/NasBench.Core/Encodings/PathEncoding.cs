using System.Numerics;

namespace NasBench;

/// <summary>
/// The path encoding (White et al., BANANAS; naszilla's <c>path</c>): a value for each sequence of at most five operations, 1 where some path from input to
/// output has it. The operations o of a path have the number sum of 3^i (o_i + 1), i from 0, with conv3x3-bn-relu 0, conv1x1-bn-relu 1, maxpool3x3 2.
/// Isomorphic cells have the same encoding, but so can cells that are not isomorphic: it cannot be decoded.
/// </summary>
public readonly struct PathEncoding : ICellEncoding
{
    /// <summary>The number of values.</summary>
    public const int Length = PathSet.MaxIndices;

    /// <inheritdoc/>
    public static string Name => "path";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => EncodedPaths.TryWriteBits(cell, values, Length);
}
