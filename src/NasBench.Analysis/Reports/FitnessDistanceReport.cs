using System.Text.Json;

namespace NasBench.Analysis;

/// <summary>The part <c>fdc</c>: fitness-distance correlation, and accuracy at each distance of the nearest peak.</summary>
internal static class FitnessDistanceReport
{
    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var peaks = PeakSet.WithinTwoErrors(landscape);
        if (peaks.Cells.IsEmpty)
        {
            return new PartReport(json => json.WriteNullValue(), [], ["No cell has a test accuracy, so there is no peak to measure distances to."]);
        }

        FitnessDistance found;
        try
        {
            found = FitnessDistance.Measure(landscape.Longest.Test, peaks.Cells, progress, cancellationToken);
        }
        catch (InsufficientMemoryException failure)
        {
            return new PartReport(json => json.WriteNullValue(), [], [$"Fitness and distance are left out: {failure.Message}."]);
        }

        (string Name, string Title, FitnessByDistance Fitness)[] kinds =
        [
            ("raw", "all valid raw points, Hamming distance", found.Raw),
            ("nearest", "classes, Hamming distance of their nearest raw points", found.Nearest),
            ("edit", "classes, edit distance", found.Edit),
            ("graph_edit", "classes, graph edit distance", found.GraphEdit),
        ];
        return new PartReport(
            json => Write(json, landscape, peaks, kinds),
            [
                new ReportTable(
                    $"Fitness-distance correlation: mean test accuracy at {landscape.Longest.Epochs} epochs, {peaks.Cells.Length} peaks. {peaks.Rule}",
                    ["distance", "points", "mean", "correlation"],
                    [.. kinds.Select(kind => Row(kind.Name, kind.Fitness))]),
                .. kinds.Select(kind => Table(kind.Title, kind.Fitness)),
            ],
            [
                .. DataCoverage.Notes(landscape.Longest.Test, "the other cells are left out of all averages"),
                .. kinds.Where(kind => double.IsNaN(kind.Fitness.Pearson))
                    .Select(kind => $"There is no correlation by the distance {kind.Name}: accuracies or distances do not vary."),
            ]);
    }

    private static string[] Row(string name, FitnessByDistance fitness) =>
        [name, ReportText.Count(fitness.Points), ReportText.Fraction(fitness.Mean), ReportText.Fraction(fitness.Pearson)];

    private static ReportTable Table(string title, FitnessByDistance fitness) => new(
        $"Accuracy at each distance: {title}",
        ["distance", "points", "mean", "25 %", "median", "75 %", "normalized"],
        [
            .. fitness.Bands.Select(
                band => (string[])
                [
                    ReportText.Integer(band.Distance),
                    ReportText.Count(band.Points),
                    ReportText.Fraction(band.Mean),
                    ReportText.Fraction(band.Quartile25),
                    ReportText.Fraction(band.Median),
                    ReportText.Fraction(band.Quartile75),
                    ReportText.Fraction(band.Normalized),
                ]),
        ]);

    private static void Write(Utf8JsonWriter json, Landscape landscape, PeakSet peaks, (string Name, string Title, FitnessByDistance Fitness)[] kinds)
    {
        json.WriteStartObject();
        json.WriteStartObject("peaks");
        PeakReport.Write(json, landscape, peaks);
        json.WriteEndObject();
        foreach ((string name, string _, FitnessByDistance fitness) in kinds)
        {
            json.WriteStartObject(name);
            json.WriteNumber("points", fitness.Points);
            json.WriteValue("mean", fitness.Mean);
            json.WriteValue("pearson", fitness.Pearson);
            json.WriteStartArray("by_distance");
            foreach (DistanceBand band in fitness.Bands)
            {
                json.WriteStartObject();
                json.WriteNumber("distance", band.Distance);
                json.WriteNumber("points", band.Points);
                json.WriteValue("mean", band.Mean);
                json.WriteValue("q25", band.Quartile25);
                json.WriteValue("median", band.Median);
                json.WriteValue("q75", band.Quartile75);
                json.WriteValue("normalized", band.Normalized);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
