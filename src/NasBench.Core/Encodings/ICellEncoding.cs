using System.Numerics;

namespace NasBench;

/// <summary>A way to write a cell of NAS-Bench-101 as a fixed number of values, as predictors and optimizers take them.</summary>
/// <remarks>
/// A cell of fewer than seven vertices is padded with isolated conv3x3-bn-relu vertices before the output; nothing is pruned.
/// Values are whole numbers or halves, exact in any floating-point type. No call allocates. Thread-safe. <see cref="CellEncoding"/> returns arrays.
/// </remarks>
public interface ICellEncoding
{
    /// <summary>Gets the name, as on the command line.</summary>
    static abstract string Name { get; }

    /// <summary>Gets the number of values.</summary>
    static abstract int ValueCount { get; }

    /// <summary>Writes a cell.</summary>
    /// <typeparam name="T">The type of a value: double, float or half.</typeparam>
    /// <param name="cell">The cell.</param>
    /// <param name="values">Receives <see cref="ValueCount"/> values; the rest of a longer span stays as it is.</param>
    /// <returns>
    /// <see langword="false"/>, with nothing written, if the destination is too short or the encoding cannot hold the cell:
    /// a cell of another space, a single vertex, a wrong first or last name, an unknown operation, or a limit of the encoding itself.
    /// </returns>
    static abstract bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>;
}
