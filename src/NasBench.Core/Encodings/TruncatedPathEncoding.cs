using System.Numerics;

namespace NasBench;

/// <summary>
/// The first 40 values of <see cref="PathEncoding"/>, those of paths of at most three operations: naszilla's <c>trunc_path</c> with its default cutoff.
/// </summary>
public readonly struct TruncatedPathEncoding : ICellEncoding
{
    /// <summary>The number of values.</summary>
    public const int Length = 40;

    /// <inheritdoc/>
    public static string Name => "trunc-path";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => EncodedPaths.TryWriteBits(cell, values, Length);
}
