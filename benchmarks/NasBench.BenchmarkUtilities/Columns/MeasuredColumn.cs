using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NasBench.BenchmarkUtilities;

/// <summary>A column of numbers that follow from the median time.</summary>
public abstract class MeasuredColumn : DomainColumn
{
    /// <inheritdoc/>
    protected override string Format(Summary summary, BenchmarkCase benchmarkCase, Statistics times) =>
        Compute(summary, benchmarkCase, times.Median) is { } value ? Numbers.Format(value) : Nothing;

    /// <summary>The number to show; null for none.</summary>
    /// <param name="summary">All results.</param>
    /// <param name="benchmarkCase">The benchmark of the line.</param>
    /// <param name="nanoseconds">Its median time an operation.</param>
    protected abstract double? Compute(Summary summary, BenchmarkCase benchmarkCase, double nanoseconds);
}
