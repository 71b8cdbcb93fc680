using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NasBench.BenchmarkUtilities;

/// <summary>How many times longer than the floor of the same class, under the same job and parameters.</summary>
public sealed class FloorRatioColumn : MeasuredColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "x floor";

    /// <inheritdoc/>
    public override string Legend => "Time as a multiple of the fastest floor's";

    /// <inheritdoc/>
    public override bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(IsFloor);

    /// <inheritdoc/>
    protected override double? Compute(Summary summary, BenchmarkCase benchmarkCase, double nanoseconds) => nanoseconds / summary.BenchmarksCases
        .Where(other => IsFloor(other) && IsComparable(other, benchmarkCase))
        .Min(other => TimesOf(summary, other)?.Median);

    private static bool IsFloor(BenchmarkCase benchmark) => benchmark.Descriptor.HasCategory(Roles.Floor);

    private static bool IsComparable(BenchmarkCase a, BenchmarkCase b) =>
        a.Descriptor.Type == b.Descriptor.Type && a.Job.Id == b.Job.Id && a.Parameters.DisplayInfo == b.Parameters.DisplayInfo;
}
