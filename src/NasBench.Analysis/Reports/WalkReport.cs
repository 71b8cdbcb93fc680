using System.Text.Json;
using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>The part <c>walk</c>: autocorrelation of random walks, exact over classes and sampled over raw points.</summary>
internal static class WalkReport
{
    private const int Lags = 35;

    private const int Walks = 10;

    private const int Steps = 500;

    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ReadOnlySpan<double> values = landscape.Longest.Test;
        var byClass = NeighborGraph.Build(NeighborKind.Class, null, cancellationToken);
        var extended = NeighborGraph.Build(NeighborKind.Extended, null, cancellationToken);
        (string Name, double[] Correlations)[] walks =
        [
            ("class", WalkCorrelation.FromUniformStart(byClass, values, Lags, Part(progress, 0), cancellationToken)),
            ("extended", WalkCorrelation.FromUniformStart(extended, values, Lags, Part(progress, 1), cancellationToken)),
            ("both_ways", WalkCorrelation.Stationary(byClass, values, Lags, Part(progress, 2), cancellationToken)),
            ("sampled", Sample(values, cancellationToken)),
            ("mean_distance", [.. Enumerable.Range(0, Lags + 1).Select(RawWalks.MeanDistance)]),
        ];
        return new PartReport(
            json => Write(json, walks),
            [
                new ReportTable(
                    $"Autocorrelation of mean test accuracy at {landscape.Longest.Epochs} epochs along random walks",
                    ["lag", .. walks.Select(walk => walk.Name.Replace('_', ' '))],
                    [.. Enumerable.Range(1, Lags).Select(lag => Row(walks, lag))]),
            ],
            [
                .. DataCoverage.Notes(values, "walks over classes do not leave these, and walks over raw points are left out, as they would"),
                .. walks.Where(walk => walk.Name != "sampled" && walk.Correlations.Any(double.IsNaN))
                    .Select(walk => $"There is no autocorrelation of the walk {walk.Name} at some lags: the values do not vary there."),
            ]);
    }

    private static string[] Row((string Name, double[] Correlations)[] walks, int lag) =>
        [ReportText.Integer(lag), .. walks.Select(walk => ReportText.Fraction(walk.Correlations[lag]))];

    private static PartialProgress? Part(IProgress<double>? progress, int part) =>
        progress is null ? null : new PartialProgress(progress, part / 3.0, (part + 1) / 3.0);

    private static double[] Sample(ReadOnlySpan<double> values, CancellationToken cancellationToken)
    {
        if (PresentValues.AreAll(values))
        {
            return RawWalks.SampleCorrelation(values, 0, Walks, Steps, Lags, null, cancellationToken);
        }

        double[] none = new double[Lags + 1];
        Array.Fill(none, double.NaN);
        return none;
    }

    private static void Write(Utf8JsonWriter json, (string Name, double[] Correlations)[] walks)
    {
        json.WriteStartObject();
        json.WriteString("value", "test");
        json.WriteNumber("sampled_walks", Walks);
        json.WriteNumber("sampled_steps", Steps);
        json.WriteStartArray("lags");
        for (int lag = 1; lag <= Lags; lag++)
        {
            json.WriteNumberValue(lag);
        }

        json.WriteEndArray();
        foreach ((string name, double[] correlations) in walks)
        {
            json.WriteStartArray(name);
            foreach (double correlation in correlations.AsSpan(1))
            {
                if (double.IsFinite(correlation))
                {
                    json.WriteNumberValue(correlation);
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
