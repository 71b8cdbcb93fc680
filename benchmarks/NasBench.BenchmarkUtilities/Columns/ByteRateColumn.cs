using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NasBench.BenchmarkUtilities;

/// <summary>Bytes gone through, where a benchmark says how many an operation takes.</summary>
public sealed class ByteRateColumn : MeasuredColumn
{
    private const string Parameter = "Bytes";

    /// <inheritdoc/>
    public override string ColumnName => "GB/s";

    /// <inheritdoc/>
    public override string Legend => "10^9 bytes a second";

    /// <inheritdoc/>
    public override bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(benchmark => BytesOf(benchmark) is not null);

    /// <inheritdoc/>
    protected override double? Compute(Summary summary, BenchmarkCase benchmarkCase, double nanoseconds) => BytesOf(benchmarkCase) / nanoseconds;

    private static double? BytesOf(BenchmarkCase benchmarkCase) =>
        benchmarkCase.Parameters.Items.FirstOrDefault(item => item.Name == Parameter) is { Value: IConvertible bytes }
            ? bytes.ToDouble(CultureInfo.InvariantCulture)
            : benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<BytesAttribute>()?.Bytes;
}
