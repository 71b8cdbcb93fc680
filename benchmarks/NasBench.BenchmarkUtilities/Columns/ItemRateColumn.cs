using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NasBench.BenchmarkUtilities;

/// <summary>Items a second.</summary>
public sealed class ItemRateColumn : MeasuredColumn
{
    private const double NanosecondsPerSecond = 1e9;

    /// <inheritdoc/>
    public override string ColumnName => "items/s";

    /// <inheritdoc/>
    public override string Legend => "Cells, hashes, records or buffers a second";

    /// <inheritdoc/>
    protected override double? Compute(Summary summary, BenchmarkCase benchmarkCase, double nanoseconds) => NanosecondsPerSecond / nanoseconds;
}
