namespace NasBench.Search.Tests;

public sealed class PythonReprTests
{
    // CPython 3.11.
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(-120.0, "-120.0")]
    [InlineData(0.9438101053237915, "0.9438101053237915")]
    [InlineData(5001580.372314453, "5001580.372314453")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e-300, "1.5e-300")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(9999999999999998.0, "9999999999999998.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(-1.25e100, "-1.25e+100")]
    [InlineData(double.NaN, "nan")]
    public void Of_Number_EqualsPython(double number, string expected) => Assert.Equal(expected, PythonRepr.Of(number));
}
