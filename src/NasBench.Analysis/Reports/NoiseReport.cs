namespace NasBench.Analysis;

/// <summary>The part <c>noise</c>: how much repeats differ, by number of epochs.</summary>
internal static class NoiseReport
{
    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<RepeatNoise> noises = RepeatNoise.Of(landscape, cancellationToken);
        return new PartReport(
            json => json.WriteList(noises, (json, noise) =>
            {
                json.WriteNumber("epochs", noise.Epochs);
                json.WriteValue("test_sd", noise.TestDeviation);
                json.WriteValue("validation_sd", noise.ValidationDeviation);
                json.WriteNumber("cells", noise.Cells);
            }),
            [
                new ReportTable(
                    "Standard deviation over the repeats of a cell, mean over the cells",
                    ["epochs", "test", "validation", "cells"],
                    [
                        .. noises.Select(noise => new[]
                        {
                            ReportText.Integer(noise.Epochs), ReportText.Fraction(noise.TestDeviation), ReportText.Fraction(noise.ValidationDeviation),
                            ReportText.Count(noise.Cells),
                        }),
                    ]),
            ],
            [
                .. noises.Where(noise => noise.Cells == 0)
                    .Select(noise => $"At {noise.Epochs} epochs no cell has two repeats with a test accuracy, so there is no deviation between them."),
            ]);
    }
}
