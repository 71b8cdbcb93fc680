using System.Numerics;

namespace NasBench;

/// <summary>An encoding from which the cell can be read back.</summary>
public interface IInvertibleEncoding : ICellEncoding
{
    /// <summary>Reads a cell back.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="values">The values; those after the first <see cref="ICellEncoding.ValueCount"/> are ignored.</param>
    /// <param name="cell">A raw cell of seven vertices, which need not be valid; <c>default</c> where the values are not those of a cell.</param>
    /// <returns>Whether the values are those of a cell in this encoding.</returns>
    static abstract bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>;
}
