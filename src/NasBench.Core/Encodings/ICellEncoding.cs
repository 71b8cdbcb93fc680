using System.Numerics;

namespace NasBench;

/// <summary>A way to write a cell of NAS-Bench-101 as a fixed number of values: what predictors and optimizers take.</summary>
/// <remarks>
/// A cell of fewer than seven vertices is written as padded with isolated conv3x3-bn-relu vertices before the output; nothing is pruned.
/// Values are whole numbers or halves, exact in any floating-point type. No call allocates. Thread-safe.
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
    /// <param name="values">Receives <see cref="ValueCount"/> values; what is beyond stays as it is.</param>
    /// <returns>
    /// <see langword="false"/>, with nothing written, for a destination that is too short and for a cell that the encoding cannot hold:
    /// a cell of another space, one vertex alone, a wrong first or last name, an unknown operation, or what the encoding itself excludes.
    /// </returns>
    static abstract bool TryEncode<T>(Cell cell, Span<T> values)
        where T : struct, IBinaryFloatingPointIeee754<T>;
}
