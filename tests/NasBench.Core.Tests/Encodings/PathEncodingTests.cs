using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Encodings;

public class PathEncodingTests : EncodingContract<PathEncoding>
{
    protected override IEnumerable<double> Expect(ReferenceCell padded)
        => Enumerable.Range(0, 364).Select(number => PathNumbers(padded).Contains(number) ? 1.0 : 0.0);
}

public class TruncatedPathEncodingTests : EncodingContract<TruncatedPathEncoding>
{
    protected override IEnumerable<double> Expect(ReferenceCell padded)
        => Enumerable.Range(0, 40).Select(number => PathNumbers(padded).Contains(number) ? 1.0 : 0.0);
}

public class CategoricalPathEncodingTests : EncodingContract<CategoricalPathEncoding>
{
    protected override IEnumerable<double>? Expect(ReferenceCell padded) =>
        PathNumbers(padded).Count() > 20 ? null : Fill(PathNumbers(padded).Select(number => (double)number), 20);

    [Fact]
    public void TryEncode_WholeSpace_EveryCellFits()
    {
        double[] values = new double[CategoricalPathEncoding.Length];
        foreach (Cell cell in Space<Nas101>.Cells)
        {
            Assert.True(CategoricalPathEncoding.TryEncode<double>(cell, values));
        }
    }
}

public class TruncatedCategoricalPathEncodingTests : EncodingContract<TruncatedCategoricalPathEncoding>
{
    protected override IEnumerable<double>? Expect(ReferenceCell padded)
    {
        double[] numbers = [.. PathNumbers(padded).Where(number => number < 40).Select(number => (double)number)];
        return numbers.Length > 20 ? null : Fill(numbers, 20);
    }
}
