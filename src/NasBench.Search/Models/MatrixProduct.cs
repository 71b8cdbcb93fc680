using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NasBench.Search;

/// <summary>The product of small matrices, as a network needs it.</summary>
/// <remarks>
/// Every value of the result is a sum in the order of the inner index, each product rounded once together with its sum. So the result is the same, to the
/// bit, whatever vectors the machine has.
/// </remarks>
internal static class MatrixProduct
{
    /// <summary>Rows and columns come in blocks of so many.</summary>
    public const int Block = 8;

    /// <summary>A number, filled up to whole blocks.</summary>
    public static int FillUp(int count) => (count + Block - 1) / Block * Block;

    /// <summary>Adds the product of two matrices to a third: result[r, c] += sum over k of left[r, k] right[k, c].</summary>
    /// <param name="left">The left matrix; its value [r, k] stands at r * leftRow + k * leftColumn.</param>
    /// <param name="leftRow">From one row of it to the next.</param>
    /// <param name="leftColumn">From one column of it to the next.</param>
    /// <param name="right">The right matrix [inner, columns].</param>
    /// <param name="result">The result [rows, columns].</param>
    /// <param name="rows">Rows of the result; whole blocks.</param>
    /// <param name="inner">Products in a sum.</param>
    /// <param name="columns">Columns of the result; whole blocks.</param>
    public static void Add(
        ReadOnlySpan<float> left, int leftRow, int leftColumn, ReadOnlySpan<float> right, Span<float> result, int rows, int inner, int columns)
    {
        if (rows <= 0 || inner <= 0 || columns <= 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % Block, 0, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Block, 0, nameof(columns));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(left.Length, ((rows - 1) * leftRow) + ((inner - 1) * leftColumn), nameof(left));
        right = right[..(inner * columns)];
        result = result[..(rows * columns)];
        for (int row = 0; row < rows; row += Block)
        {
            for (int column = 0; column < columns; column += Block)
            {
                AddBlock(
                    ref Unsafe.Add(ref MemoryMarshal.GetReference(left), row * leftRow),
                    leftRow,
                    leftColumn,
                    ref Unsafe.Add(ref MemoryMarshal.GetReference(right), column),
                    ref Unsafe.Add(ref MemoryMarshal.GetReference(result), (row * columns) + column),
                    inner,
                    columns);
            }
        }
    }

    private static void AddBlock(ref float left, int leftRow, int leftColumn, ref float right, ref float result, int inner, int columns)
    {
        Vector256<float> sum0 = Load(ref result, 0);
        Vector256<float> sum1 = Load(ref result, columns);
        Vector256<float> sum2 = Load(ref result, 2 * columns);
        Vector256<float> sum3 = Load(ref result, 3 * columns);
        Vector256<float> sum4 = Load(ref result, 4 * columns);
        Vector256<float> sum5 = Load(ref result, 5 * columns);
        Vector256<float> sum6 = Load(ref result, 6 * columns);
        Vector256<float> sum7 = Load(ref result, 7 * columns);
        for (int k = 0; k < inner; k++)
        {
            Vector256<float> factor = Load(ref right, k * columns);
            ref float value = ref Unsafe.Add(ref left, k * leftColumn);
            sum0 = Vector256.FusedMultiplyAdd(Vector256.Create(value), factor, sum0);
            sum1 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref value, leftRow)), factor, sum1);
            sum2 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref value, 2 * leftRow)), factor, sum2);
            sum3 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref value, 3 * leftRow)), factor, sum3);
            sum4 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref value, 4 * leftRow)), factor, sum4);
            sum5 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref value, 5 * leftRow)), factor, sum5);
            sum6 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref value, 6 * leftRow)), factor, sum6);
            sum7 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref value, 7 * leftRow)), factor, sum7);
        }

        sum0.StoreUnsafe(ref result);
        sum1.StoreUnsafe(ref result, (nuint)columns);
        sum2.StoreUnsafe(ref result, (nuint)(2 * columns));
        sum3.StoreUnsafe(ref result, (nuint)(3 * columns));
        sum4.StoreUnsafe(ref result, (nuint)(4 * columns));
        sum5.StoreUnsafe(ref result, (nuint)(5 * columns));
        sum6.StoreUnsafe(ref result, (nuint)(6 * columns));
        sum7.StoreUnsafe(ref result, (nuint)(7 * columns));
    }

    private static Vector256<float> Load(ref float start, int offset) => Vector256.LoadUnsafe(ref start, (nuint)offset);
}
