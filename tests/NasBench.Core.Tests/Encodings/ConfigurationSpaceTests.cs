using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Encodings;

public class ConfigurationSpaceATests : InvertibleEncodingContract<ConfigurationSpaceA>
{
    protected override IEnumerable<double> Expect(ReferenceCell padded) => Choices(padded).Concat(Edges(padded));
}

public class ConfigurationSpaceBTests : InvertibleEncodingContract<ConfigurationSpaceB>
{
    protected override IEnumerable<double>? Expect(ReferenceCell padded)
    {
        double[] numbers = [.. Enumerable.Range(0, 21).Where(number => (padded.Mask >> (20 - number) & 1) != 0).Select(number => (double)number)];
        return numbers.Length is 0 or > 9 ? null : Choices(padded).Concat(numbers).Concat(Enumerable.Repeat(numbers[^1], 9 - numbers.Length));
    }

    /// <summary>As the original: bits set in a list, the list read as a number with its first bit on top, the number's bit x + y(y-1)/2 an edge.</summary>
    [Fact]
    public void TryDecode_AnyChoices_AsTheOriginal() => Gen.Int[0, 20].Array[9].Sample(choices =>
    {
        int[] bits = new int[21];
        Array.ForEach(choices, choice => bits[choice] = 1);
        uint number = bits.Aggregate(0u, (sum, bit) => (sum << 1) | (uint)bit);

        Assert.True(ConfigurationSpaceB.TryDecode<double>([0, 1, 2, 0, 1, .. choices.Select(choice => (double)choice)], out Cell cell));
        Assert.Equal(number, cell.AdjacencyBits);
        Assert.Equal([1, 0, 2, 1, 0], Enumerable.Range(1, 5).Select(cell.GetOperation));
    }, iter: 500);
}

public class KurobakoSpaceBTests : InvertibleEncodingContract<KurobakoSpaceB>
{
    protected override IEnumerable<double>? Expect(ReferenceCell padded)
    {
        double[] numbers = [.. PresentEdges(padded)];
        return numbers.Length is 0 or > 9 ? null : Choices(padded).Concat(numbers).Concat(Enumerable.Repeat(numbers[^1], 9 - numbers.Length));
    }
}

public class ConfigurationSpaceCTests : InvertibleEncodingContract<ConfigurationSpaceC>
{
    protected override IEnumerable<double>? Expect(ReferenceCell padded)
        => padded.EdgeCount > 9 ? null : [.. Choices(padded), padded.EdgeCount, .. Edges(padded)];

    /// <summary>As kurobako: sorted by (weight, number), the last ones taken.</summary>
    [Fact]
    public void TryDecode_AnyWeights_TheLargest() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 6].Array[21]).Sample((count, draws) =>
    {
        double[] weights = [.. draws.Select(draw => draw / 6.0)];
        int[] chosen = [.. Enumerable.Range(0, 21).OrderBy(edge => (weights[edge], edge)).Reverse().Take(count)];

        Assert.True(ConfigurationSpaceC.TryDecode<double>([0, 0, 0, 0, 0, count, .. weights], out Cell cell));
        double[] edges = new double[OneHotEncoding.Length];
        OneHotEncoding.TryEncode<double>(cell, edges);
        Assert.Equal(chosen.Order(), Enumerable.Range(0, 21).Where(edge => edges[edge] == 1));
    }, iter: 500);
}
