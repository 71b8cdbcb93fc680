using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NasBench.BenchmarkUtilities;

/// <summary>Nanoseconds an item, in the same unit on every line.</summary>
public sealed class NanosecondsColumn : MeasuredColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "ns/item";

    /// <inheritdoc/>
    public override string Legend => "Median time of one cell, hash, record or buffer in nanoseconds";

    /// <inheritdoc/>
    protected override double? Compute(Summary summary, BenchmarkCase benchmarkCase, double nanoseconds) => nanoseconds;
}
