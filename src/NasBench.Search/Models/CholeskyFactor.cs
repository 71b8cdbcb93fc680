using System.Numerics;
using System.Runtime.InteropServices;

namespace NasBench.Search;

/// <summary>The factor L of a symmetric, positive definite matrix L Lᵀ, and what is solved with it.</summary>
/// <remarks>
/// Many right-hand sides are solved side by side, one in each lane. A lane adds in an order of its own and rounds once for a product with its sum, so that
/// results do not depend on the width of the vectors.
/// </remarks>
internal sealed class CholeskyFactor
{
    /// <summary>So many rows are solved together.</summary>
    private const int Rows = 4;

    private double[] _factor = [];

    // For each four rows and each column before them the four values, negative; then the inverse diagonal.
    private double[] _packed = [];
    private double[] _inverses = [];
    private int _size;

    /// <summary>So many right-hand sides are solved together.</summary>
    public static int Lanes => 2 * Vector<double>.Count;

    /// <summary>The number of rows that right-hand sides of lanes must have: that of the matrix, filled up.</summary>
    public int LaneRows { get; private set; }

    /// <summary>A number of rows, filled up to what is solved together.</summary>
    public static int FillUp(int rows) => (rows + Rows - 1) / Rows * Rows;

    /// <summary>Factors a matrix.</summary>
    /// <param name="matrix">The matrix [size, size]; its lower triangle, row after row, is read. It is overwritten by the factor.</param>
    /// <param name="size">The number of rows.</param>
    /// <param name="leastPivot">A pivot that rounding brings below this is set to it.</param>
    public void Factor(Span<double> matrix, int size, double leastPivot)
    {
        _size = size;
        LaneRows = FillUp(size);
        for (int column = 0; column < size; column++)
        {
            ReadOnlySpan<double> before = matrix.Slice(column * size, column);
            double pivot = Math.Sqrt(Math.Max(matrix[(column * size) + column] - Dot(before, before), leastPivot));
            matrix[(column * size) + column] = pivot;
            for (int row = column + 1; row < size; row++)
            {
                ref double value = ref matrix[(row * size) + column];
                value = (value - Dot(matrix.Slice(row * size, column), before)) / pivot;
            }
        }

        Pack(matrix);
    }

    /// <summary>Solves L z = y, which <see cref="Project"/> asks for.</summary>
    /// <param name="values">The right-hand side y; receives z.</param>
    public void Solve(Span<double> values)
    {
        for (int row = 0; row < _size; row++)
        {
            values[row] = (values[row] - Dot(_factor.AsSpan(row * _size, row), values[..row])) * _inverses[row];
        }
    }

    /// <summary>What regressions ask for: for the column b of each lane the products bᵀ (L Lᵀ)⁻¹ y and bᵀ (L Lᵀ)⁻¹ b.</summary>
    /// <param name="columns">The columns [<see cref="LaneRows"/>, <see cref="Lanes"/>], rows that fill up being 0; they are overwritten.</param>
    /// <param name="solved">The z of <see cref="Solve"/>, filled up with zeros to <see cref="LaneRows"/>.</param>
    /// <param name="products">Receives the first product of each lane.</param>
    /// <param name="squares">Receives the second product of each lane, 0 or more.</param>
    public void Project(Span<double> columns, ReadOnlySpan<double> solved, Span<double> products, Span<double> squares)
    {
        Span<Vector<double>> lanes = MemoryMarshal.Cast<double, Vector<double>>(columns);
        Vector<double> leftSquare = Vector<double>.Zero;
        Vector<double> rightSquare = Vector<double>.Zero;
        Vector<double> leftProduct = Vector<double>.Zero;
        Vector<double> rightProduct = Vector<double>.Zero;
        ReadOnlySpan<double> packed = _packed;
        for (int row = 0; row < LaneRows; row += Rows)
        {
            Span<Vector<double>> here = lanes.Slice(2 * row, 2 * Rows);
            (Vector<double> left0, Vector<double> right0) = (here[0], here[1]);
            (Vector<double> left1, Vector<double> right1) = (here[2], here[3]);
            (Vector<double> left2, Vector<double> right2) = (here[4], here[5]);
            (Vector<double> left3, Vector<double> right3) = (here[6], here[7]);
            ReadOnlySpan<Vector<double>> done = lanes[..(2 * row)];
            ReadOnlySpan<double> factors = packed[..(Rows * row)];
            for (int i = 0; i + 1 < done.Length && (2 * i) + 3 < factors.Length; i += 2)
            {
                Vector<double> left = done[i];
                Vector<double> right = done[i + 1];
                Vector<double> factor = new(factors[2 * i]);
                left0 = Vector.FusedMultiplyAdd(factor, left, left0);
                right0 = Vector.FusedMultiplyAdd(factor, right, right0);
                factor = new(factors[(2 * i) + 1]);
                left1 = Vector.FusedMultiplyAdd(factor, left, left1);
                right1 = Vector.FusedMultiplyAdd(factor, right, right1);
                factor = new(factors[(2 * i) + 2]);
                left2 = Vector.FusedMultiplyAdd(factor, left, left2);
                right2 = Vector.FusedMultiplyAdd(factor, right, right2);
                factor = new(factors[(2 * i) + 3]);
                left3 = Vector.FusedMultiplyAdd(factor, left, left3);
                right3 = Vector.FusedMultiplyAdd(factor, right, right3);
            }

            // The four rows among themselves.
            ReadOnlySpan<double> own = packed.Slice(Rows * row, Rows * Rows);
            ReadOnlySpan<double> inverse = _inverses.AsSpan(row, Rows);
            left0 *= inverse[0];
            right0 *= inverse[0];
            left1 = Vector.FusedMultiplyAdd(new(own[1]), left0, left1) * inverse[1];
            right1 = Vector.FusedMultiplyAdd(new(own[1]), right0, right1) * inverse[1];
            left2 = Vector.FusedMultiplyAdd(new(own[6]), left1, Vector.FusedMultiplyAdd(new(own[2]), left0, left2)) * inverse[2];
            right2 = Vector.FusedMultiplyAdd(new(own[6]), right1, Vector.FusedMultiplyAdd(new(own[2]), right0, right2)) * inverse[2];
            left3 = Vector.FusedMultiplyAdd(new(own[7]), left1, Vector.FusedMultiplyAdd(new(own[3]), left0, left3));
            right3 = Vector.FusedMultiplyAdd(new(own[7]), right1, Vector.FusedMultiplyAdd(new(own[3]), right0, right3));
            left3 = Vector.FusedMultiplyAdd(new(own[11]), left2, left3) * inverse[3];
            right3 = Vector.FusedMultiplyAdd(new(own[11]), right2, right3) * inverse[3];
            (here[0], here[1]) = (left0, right0);
            (here[2], here[3]) = (left1, right1);
            (here[4], here[5]) = (left2, right2);
            (here[6], here[7]) = (left3, right3);
            leftSquare += (left0 * left0) + (left1 * left1) + ((left2 * left2) + (left3 * left3));
            rightSquare += (right0 * right0) + (right1 * right1) + ((right2 * right2) + (right3 * right3));
            ReadOnlySpan<double> four = solved.Slice(row, Rows);
            leftProduct += (left0 * four[0]) + (left1 * four[1]) + ((left2 * four[2]) + (left3 * four[3]));
            rightProduct += (right0 * four[0]) + (right1 * four[1]) + ((right2 * four[2]) + (right3 * four[3]));
            packed = packed[(Rows * (row + Rows))..];
        }

        leftProduct.CopyTo(products);
        rightProduct.CopyTo(products[Vector<double>.Count..]);
        leftSquare.CopyTo(squares);
        rightSquare.CopyTo(squares[Vector<double>.Count..]);
    }

    /// <summary>The sum of products, in the order of the values.</summary>
    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private void Pack(ReadOnlySpan<double> factor)
    {
        if (_inverses.Length < LaneRows)
        {
            _factor = new double[LaneRows * LaneRows];
            _inverses = new double[LaneRows];
            _packed = new double[LaneRows * (LaneRows + Rows) / 2];
        }

        factor[..(_size * _size)].CopyTo(_factor);
        int place = 0;
        for (int row = 0; row < LaneRows; row++)
        {
            _inverses[row] = row < _size ? 1 / factor[(row * _size) + row] : 1;
        }

        for (int first = 0; first < LaneRows; first += Rows)
        {
            for (int column = 0; column < first + Rows; column++)
            {
                for (int row = first; row < first + Rows; row++)
                {
                    _packed[place++] = row < _size && column < row ? -factor[(row * _size) + column] : 0;
                }
            }
        }
    }
}
