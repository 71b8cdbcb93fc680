using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace NasBench.BenchmarkUtilities;

/// <summary>A column of our own, from the measured times of a line.</summary>
public abstract class DomainColumn : IColumn
{
    /// <summary>Where there is nothing to say.</summary>
    protected const string Nothing = "-";

    /// <inheritdoc/>
    public string Id => ColumnName;

    /// <inheritdoc/>
    public abstract string ColumnName { get; }

    /// <inheritdoc/>
    public abstract string Legend { get; }

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public virtual bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => TimesOf(summary, benchmarkCase) is { } times
        ? Format(summary, benchmarkCase, times)
        : Nothing;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    /// <inheritdoc/>
    public override string ToString() => ColumnName;

    /// <summary>The text of the column.</summary>
    /// <param name="summary">All results.</param>
    /// <param name="benchmarkCase">The benchmark of the line.</param>
    /// <param name="times">Its times an operation, in nanoseconds.</param>
    protected abstract string Format(Summary summary, BenchmarkCase benchmarkCase, Statistics times);

    /// <summary>The times of a benchmark; null where it failed.</summary>
    protected static Statistics? TimesOf(Summary summary, BenchmarkCase benchmarkCase) => summary[benchmarkCase]?.ResultStatistics;
}
