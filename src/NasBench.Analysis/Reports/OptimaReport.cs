using System.Text.Json;
using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>The part <c>optima</c>: local optima, plateaus and basins of mean validation accuracy under each kind of neighbourhood.</summary>
internal static class OptimaReport
{
    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ReadOnlySpan<double> values = landscape.Longest.Validation;
        var byClass = LocalOptima.Find(NeighborGraph.Build(NeighborKind.Class, null, cancellationToken), values);
        progress?.Report(0.4);
        cancellationToken.ThrowIfCancellationRequested();
        var extended = LocalOptima.Find(NeighborGraph.Build(NeighborKind.Extended, null, cancellationToken), values);
        progress?.Report(1);

        // From the padded representative the three kinds lead to the same classes; they differ in how often.
        (string Name, LocalOptima Optima)[] kinds = [("class", byClass), ("raw", byClass), ("naszilla", byClass), ("extended", extended)];
        return new PartReport(
            json => Write(json, kinds),
            [
                new ReportTable(
                    $"Local optima of mean validation accuracy at {landscape.Longest.Epochs} epochs",
                    ["neighbours", "cells", "strict", "weak", "isolated", "plateaus", "largest basin", "global basin", "share", "raw share", "steps"],
                    [.. kinds.Select(kind => Row(kind.Name, kind.Optima))]),
            ],
            DataCoverage.Notes(values, "neighbours without one are left out, so that there are more local optima"));
    }

    private static string[] Row(string name, LocalOptima optima) =>
    [
        name,
        ReportText.Count(optima.Cells),
        ReportText.Count(optima.Strict),
        ReportText.Count(optima.Weak),
        ReportText.Count(optima.Isolated),
        ReportText.Count(optima.Plateaus.Count),
        ReportText.Count(optima.LargestBasin),
        ReportText.Count(optima.GlobalBasin),
        ReportText.Fraction(optima.GlobalBasinShare),
        ReportText.Fraction(optima.GlobalBasinMass),
        ReportText.Fraction(optima.MeanSteps),
    ];

    private static void Write(Utf8JsonWriter json, (string Name, LocalOptima Optima)[] kinds)
    {
        json.WriteStartObject();
        foreach ((string name, LocalOptima optima) in kinds)
        {
            json.WriteStartObject(name);
            json.WriteNumber("cells", optima.Cells);
            json.WriteNumber("strict", optima.Strict);
            json.WriteNumber("weak", optima.Weak);
            json.WriteNumber("isolated", optima.Isolated);
            json.WriteNumber("basins", optima.Basins);
            json.WriteNumber("largest_basin", optima.LargestBasin);
            json.WriteNumber("median_basin", optima.MedianBasin);
            json.WriteNumber("global_basin", optima.GlobalBasin);
            json.WriteValue("global_basin_share", optima.GlobalBasinShare);
            json.WriteValue("global_basin_raw_share", optima.GlobalBasinMass);
            json.WriteValue("mean_steps", optima.MeanSteps);
            json.WriteNumber("max_steps", optima.MaxSteps);
            json.WriteStartObject("plateaus");
            json.WriteNumber("count", optima.Plateaus.Count);
            json.WriteNumber("cells", optima.Plateaus.Cells);
            json.WriteNumber("largest", optima.Plateaus.Largest);
            json.WriteNumber("optimal", optima.Plateaus.Optimal);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
