using System.Globalization;

namespace NasBench.Analysis;

/// <summary>The name of a column of means: what, after how many epochs.</summary>
/// <param name="Metric">What.</param>
/// <param name="Epochs">After how many epochs.</param>
public readonly record struct ColumnName(MetricKind Metric, int Epochs)
{
    private static readonly string[] s_metrics = ["validation", "test", "train", "training_time"];

    /// <summary>The name of a metric, such as <c>validation</c>.</summary>
    /// <param name="metric">The metric.</param>
    public static string NameOf(MetricKind metric) => s_metrics[(int)metric];

    /// <summary>The name, such as <c>validation@36</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{NameOf(Metric)}@{Epochs}");
}
