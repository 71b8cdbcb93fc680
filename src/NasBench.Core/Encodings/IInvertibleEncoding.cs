using System.Numerics;

namespace NasBench;

/// <summary>An encoding from which the cell can be read back.</summary>
public interface IInvertibleEncoding : ICellEncoding
{
    /// <summary>Reads a cell back.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="values">The values; what is beyond <see cref="ICellEncoding.ValueCount"/> is not looked at.</param>
    /// <param name="cell">A raw cell of seven vertices; <c>default</c> where the values are of no cell. It need not be valid.</param>
    /// <returns>Whether the values are of the encoding's form.</returns>
    static abstract bool TryDecode<T>(ReadOnlySpan<T> values, out Cell cell)
        where T : struct, IBinaryFloatingPointIeee754<T>;
}
