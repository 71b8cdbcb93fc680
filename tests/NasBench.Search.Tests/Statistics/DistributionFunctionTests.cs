namespace NasBench.Search.Tests.Statistics;

/// <summary>Tails and quantiles against scipy 1.10.1.</summary>
public sealed class DistributionFunctionTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.3085375387259869)]
    [InlineData(1, 0.15865525393145707)]
    [InlineData(1.96, 0.024997895148220435)]
    [InlineData(3, 0.0013498980316300933)]
    [InlineData(-2, 0.9772498680518208)]
    [InlineData(6, 9.865876450376946e-10)]
    [InlineData(10, 7.61985302416047e-24)]
    [InlineData(20, 2.7536241186061556e-89)]
    [InlineData(double.PositiveInfinity, 0)]
    public void NormalTail_Values_EqualScipy(double value, double expected) => AssertNear(expected, GammaFunctions.NormalTail(value));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0.1, 1, 0.7518296340458492)]
    [InlineData(3.84, 1, 0.05004352124870519)]
    [InlineData(5, 2, 0.0820849986238988)]
    [InlineData(7, 9, 0.6371194071693984)]
    [InlineData(30, 5, 1.4748581038443073e-05)]
    [InlineData(100, 3, 1.5541594313896026e-21)]
    [InlineData(2, 100, 1)]
    [InlineData(120, 100, 0.08440668109369177)]
    public void ChiSquareTail_Values_EqualScipy(double value, int degrees, double expected)
        => AssertNear(expected, GammaFunctions.ChiSquareTail(value, degrees));

    // studentized_range.ppf(1 - tail, count, inf), which scipy integrates to about eight digits.
    [Theory]
    [InlineData(2, 3.642772735436894, 2.771807648699355, 2.3261743073533476)]
    [InlineData(3, 4.12030320646012, 3.314493155398122, 2.9023802134282515)]
    [InlineData(5, 4.602821042201571, 3.857655510378623, 3.478280550703068)]
    [InlineData(10, 5.156634960089622, 4.474124221725907, 4.129346398236873)]
    [InlineData(20, 5.6452146979858515, 5.0116887941184425, 4.694104409490512)]
    public void StudentizedRange_Quantiles_EqualScipy(int count, double atOne, double atFive, double atTen)
    {
        Assert.Equal(atOne, StudentizedRange.Quantile(0.01, count), 1e-7);
        Assert.Equal(atFive, StudentizedRange.Quantile(0.05, count), 1e-7);
        Assert.Equal(atTen, StudentizedRange.Quantile(0.1, count), 1e-7);
    }

    private static void AssertNear(double expected, double actual) => Assert.InRange(actual, expected * (1 - 1e-12), expected * (1 + 1e-12));
}
