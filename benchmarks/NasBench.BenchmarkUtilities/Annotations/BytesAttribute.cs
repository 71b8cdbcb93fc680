namespace NasBench.BenchmarkUtilities;

/// <summary>How many bytes an operation of a benchmark goes through: for the column GB/s. A parameter named <c>Bytes</c> says the same.</summary>
/// <param name="bytes">Bytes an operation.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BytesAttribute(double bytes) : Attribute
{
    /// <summary>Bytes an operation.</summary>
    public double Bytes => bytes;
}
