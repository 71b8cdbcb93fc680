using System.Globalization;

namespace NasBench.Bench;

/// <summary>Parts of one in tables.</summary>
public static class Percent
{
    /// <summary>A part as percent, with a decimal below ten.</summary>
    public static string Of(double part) => (100 * part).ToString(part < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";
}
