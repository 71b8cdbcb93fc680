using System.Numerics;

namespace NasBench;

/// <summary>
/// naszilla's <c>trunc_cat_path</c>: as <see cref="CategoricalPathEncoding"/>, but only the numbers below 40.
/// </summary>
public readonly struct TruncatedCategoricalPathEncoding : ICellEncoding
{
    /// <summary>The number of values.</summary>
    public const int Length = EncodedPaths.CategoricalLength;

    /// <inheritdoc/>
    public static string Name => "trunc-cat-path";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => EncodedPaths.TryWriteNumbers(cell, values, TruncatedPathEncoding.Length);
}
