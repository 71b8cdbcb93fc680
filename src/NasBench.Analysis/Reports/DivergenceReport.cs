namespace NasBench.Analysis;

/// <summary>The part <c>diverged</c>: trainings that came to little more than guessing.</summary>
internal static class DivergenceReport
{
    /// <summary>The most cells that the table shows; in JSON all of them stand.</summary>
    private const int MaxRows = 20;

    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var diverged = DivergedTrainings.Of(landscape, landscape.Longest);
        return new PartReport(
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("threshold", diverged.Threshold);
                json.WriteNumber("runs", diverged.Runs);
                json.WriteNumber("cells", diverged.Cells.Count);
                json.WriteStartArray("hashes");
                foreach (DivergedCell cell in diverged.Cells)
                {
                    json.WriteStringValue(cell.Hash.ToString());
                }

                json.WriteEndArray();
                json.WritePropertyName("repeats");
                json.WriteList(diverged.Cells, (json, cell) =>
                {
                    json.WriteString("module_hash", cell.Hash.ToString());
                    json.WriteValues("validation_accuracy", cell.ValidationAccuracies);
                    json.WriteValues("test_accuracy", cell.TestAccuracies);
                });
                json.WriteEndObject();
            },
            [
                new ReportTable(
                    $"Test accuracy below {ReportText.Format(diverged.Threshold, "0.##")} at {landscape.Longest.Epochs} epochs: "
                        + $"{ReportText.Count(diverged.Runs)} runs of {ReportText.Count(diverged.Cells.Count)} cells",
                    ["hash", "test accuracy of the repeats"],
                    [
                        .. diverged.Cells.Take(MaxRows)
                            .Select(cell => new[] { cell.Hash.ToString(), string.Join(' ', cell.TestAccuracies.Select(ReportText.Fraction)) }),
                    ]),
            ],
            diverged.Cells.Count > MaxRows ? [$"The table shows the first {MaxRows} of {ReportText.Count(diverged.Cells.Count)} cells; --json has all."] : []);
    }
}
