using System.Numerics;

namespace NasBench;

/// <summary>Turns cells into arrays of numbers by any encoding, and back.</summary>
/// <remarks>
/// These methods allocate what they return, and throw where they cannot return it. The encodings themselves (<see cref="OneHotEncoding"/>,
/// <see cref="PathEncoding"/> and the others) have methods that neither allocate nor throw. Thread-safe.
/// </remarks>
/// <example>
/// <code>
/// float[] features = CellEncoding.Encode&lt;OneHotEncoding&gt;(cell);
/// Cell back = CellEncoding.Decode&lt;OneHotEncoding&gt;(features);
/// </code>
/// </example>
public static class CellEncoding
{
    /// <summary>Cells between two looks at the cancellation token.</summary>
    private const int BlockSize = 4_096;

    /// <summary>Encodes a cell.</summary>
    /// <typeparam name="TEncoding">The encoding.</typeparam>
    /// <param name="cell">A cell of NAS-Bench-101.</param>
    /// <returns>As many values as the encoding has.</returns>
    /// <exception cref="ArgumentException">The encoding cannot hold the cell.</exception>
    public static float[] Encode<TEncoding>(Cell cell)
        where TEncoding : ICellEncoding
        => Encode<TEncoding, float>(cell);

    /// <summary>Encodes a cell in values of any floating-point type.</summary>
    /// <typeparam name="TEncoding">The encoding.</typeparam>
    /// <typeparam name="T">The type of a value: double, float or half.</typeparam>
    /// <param name="cell">A cell of NAS-Bench-101.</param>
    /// <returns>As many values as the encoding has.</returns>
    /// <exception cref="ArgumentException">The encoding cannot hold the cell.</exception>
    public static T[] Encode<TEncoding, T>(Cell cell)
        where TEncoding : ICellEncoding
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var values = new T[TEncoding.ValueCount];
        return TEncoding.TryEncode<T>(cell, values)
            ? values
            : throw new ArgumentException($"The encoding {TEncoding.Name} cannot hold the cell {cell}.", nameof(cell));
    }

    /// <summary>Encodes many cells.</summary>
    /// <typeparam name="TEncoding">The encoding.</typeparam>
    /// <param name="cells">Cells of NAS-Bench-101.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The values [cells, values of the encoding], row after row: value j of cell i at i * (number of values) + j.</returns>
    /// <exception cref="ArgumentException">The encoding cannot hold one of the cells, or the values are more than an array can have.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Tens of nanoseconds per cell by most encodings; more by the path encodings.</remarks>
    public static float[] EncodeAll<TEncoding>(
        ReadOnlySpan<Cell> cells,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TEncoding : ICellEncoding
        => EncodeAll<TEncoding, float>(cells, progress, cancellationToken);

    /// <summary>Encodes many cells in values of any floating-point type.</summary>
    /// <typeparam name="TEncoding">The encoding.</typeparam>
    /// <typeparam name="T">The type of a value: double, float or half.</typeparam>
    /// <param name="cells">Cells of NAS-Bench-101.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The values [cells, values of the encoding], row after row: value j of cell i at i * (number of values) + j.</returns>
    /// <exception cref="ArgumentException">The encoding cannot hold one of the cells, or the values are more than an array can have.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Tens of nanoseconds per cell by most encodings; more by the path encodings.</remarks>
    public static T[] EncodeAll<TEncoding, T>(
        ReadOnlySpan<Cell> cells,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TEncoding : ICellEncoding
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        long length = (long)cells.Length * TEncoding.ValueCount;
        if (length > Array.MaxLength)
        {
            throw new ArgumentException($"{cells.Length} cells have {length} values, an array at most {Array.MaxLength}", nameof(cells));
        }

        T[] values = GC.AllocateUninitializedArray<T>((int)length);
        for (int first = 0; first < cells.Length; first += BlockSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int end = Math.Min(first + BlockSize, cells.Length);
            for (int i = first; i < end; i++)
            {
                if (!TEncoding.TryEncode(cells[i], values.AsSpan(i * TEncoding.ValueCount, TEncoding.ValueCount)))
                {
                    throw new ArgumentException($"The encoding {TEncoding.Name} cannot hold cell {i}, {cells[i]}.", nameof(cells));
                }
            }

            progress?.Report((double)end / cells.Length);
        }

        return values;
    }

    /// <summary>Reads a cell back from single-precision values.</summary>
    /// <typeparam name="TEncoding">The encoding.</typeparam>
    /// <param name="values">As many values as the encoding has.</param>
    /// <returns>A raw cell of seven vertices. It need not be valid.</returns>
    /// <exception cref="ArgumentException">The values are not those of a cell, or too many or too few.</exception>
    public static Cell Decode<TEncoding>(ReadOnlySpan<float> values)
        where TEncoding : IInvertibleEncoding
        => Decode<TEncoding, float>(values);

    /// <summary>Reads a cell back from values of any floating-point type.</summary>
    /// <typeparam name="TEncoding">The encoding.</typeparam>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="values">As many values as the encoding has.</param>
    /// <returns>A raw cell of seven vertices. It need not be valid.</returns>
    /// <exception cref="ArgumentException">The values are not those of a cell, or too many or too few.</exception>
    public static Cell Decode<TEncoding, T>(ReadOnlySpan<T> values)
        where TEncoding : IInvertibleEncoding
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length != TEncoding.ValueCount)
        {
            throw new ArgumentException($"The encoding {TEncoding.Name} has {TEncoding.ValueCount} values, not {values.Length}.", nameof(values));
        }

        return TEncoding.TryDecode(values, out Cell cell)
            ? cell
            : throw new ArgumentException($"These are not the values of a cell in the encoding {TEncoding.Name}.", nameof(values));
    }

    /// <summary>Reads many cells back from single-precision values.</summary>
    /// <typeparam name="TEncoding">The encoding.</typeparam>
    /// <param name="values">The values, row after row, as <see cref="EncodeAll{TEncoding}"/> gives them.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Raw cells of seven vertices, one for each row.</returns>
    /// <exception cref="ArgumentException">The values of a row are not those of a cell, or the last row is not complete.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Cell[] DecodeAll<TEncoding>(
        ReadOnlySpan<float> values,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TEncoding : IInvertibleEncoding
        => DecodeAll<TEncoding, float>(values, progress, cancellationToken);

    /// <summary>Reads many cells back from values of any floating-point type.</summary>
    /// <typeparam name="TEncoding">The encoding.</typeparam>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="values">The values, row after row, as <see cref="EncodeAll{TEncoding, T}"/> gives them.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Raw cells of seven vertices, one for each row.</returns>
    /// <exception cref="ArgumentException">The values of a row are not those of a cell, or the last row is not complete.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Cell[] DecodeAll<TEncoding, T>(
        ReadOnlySpan<T> values,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TEncoding : IInvertibleEncoding
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        (int count, int rest) = Math.DivRem(values.Length, TEncoding.ValueCount);
        if (rest != 0)
        {
            throw new ArgumentException($"{values.Length} values are no multiple of the {TEncoding.ValueCount} of {TEncoding.Name}.", nameof(values));
        }

        var cells = new Cell[count];
        for (int first = 0; first < count; first += BlockSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int end = Math.Min(first + BlockSize, count);
            for (int i = first; i < end; i++)
            {
                if (!TEncoding.TryDecode(values.Slice(i * TEncoding.ValueCount, TEncoding.ValueCount), out cells[i]))
                {
                    throw new ArgumentException($"The values of row {i} are not those of a cell in the encoding {TEncoding.Name}.", nameof(values));
                }
            }

            progress?.Report((double)end / count);
        }

        return cells;
    }
}
