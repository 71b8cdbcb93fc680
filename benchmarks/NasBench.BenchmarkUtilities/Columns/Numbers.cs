using System.Globalization;

namespace NasBench.BenchmarkUtilities;

/// <summary>Numbers as tables show them: three digits that count, thousands separated.</summary>
public static class Numbers
{
    /// <summary>Formats a number that is not negative.</summary>
    public static string Format(double value) =>
        value.ToString(value < 1 ? "0.000" : value < 10 ? "0.00" : value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    /// <summary>Formats a part of one.</summary>
    public static string Percent(double part) => Bench.Percent.Of(part);
}
