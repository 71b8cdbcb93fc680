using System.Numerics;

namespace NasBench;

/// <summary>
/// naszilla's <c>cat_path</c>: the numbers of the paths as in <see cref="PathEncoding"/>, ascending, one for each path even where several have the same
/// operations, then zeros up to 20 values. A cell with more than 20 paths is not encoded; no cell of the space has that many.
/// </summary>
public readonly struct CategoricalPathEncoding : ICellEncoding
{
    /// <summary>The number of values.</summary>
    public const int Length = EncodedPaths.CategoricalLength;

    /// <inheritdoc/>
    public static string Name => "cat-path";

    /// <inheritdoc/>
    public static int ValueCount => Length;

    /// <inheritdoc/>
    public static bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>
        => EncodedPaths.TryWriteNumbers(cell, values, PathSet.MaxIndices);
}
