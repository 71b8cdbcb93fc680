using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NasBench.BenchmarkUtilities;

/// <summary>How far the iterations lie apart.</summary>
public sealed class SpreadColumn : DomainColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "spread";

    /// <inheritdoc/>
    public override string Legend => "From the fastest to the slowest iteration, as a part of the median";

    /// <inheritdoc/>
    protected override string Format(Summary summary, BenchmarkCase benchmarkCase, Statistics times) => Numbers.Percent((times.Max - times.Min) / times.Median);
}
