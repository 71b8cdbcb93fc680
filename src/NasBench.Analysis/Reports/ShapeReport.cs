namespace NasBench.Analysis;

/// <summary>The parts <c>depth</c>, <c>width</c>, <c>cut</c> and <c>directed-cut</c>: cells by the shape of their graphs.</summary>
internal static class ShapeReport
{
    /// <summary>Computes the part of a shape.</summary>
    /// <param name="kind">The shape.</param>
    /// <param name="name">What a value of it is called in the table.</param>
    public static Func<Landscape, IProgress<double>?, CancellationToken, PartReport> Of(ShapeKind kind, string name) => (landscape, _, cancellationToken) =>
    {
        IReadOnlyList<ShapeGroup> groups = ShapeGroup.Of(landscape, landscape.Longest, kind, cancellationToken);
        return new PartReport(
            json => json.WriteList(groups, (json, group) =>
            {
                json.WriteNumber("value", group.Value);
                json.WriteNumber("cells", group.Cells);
                json.WriteValue("validation_mean", group.ValidationMean);
                json.WriteValue("validation_q25", group.ValidationLowerQuartile);
                json.WriteValue("validation_q75", group.ValidationUpperQuartile);
                json.WriteValue("training_time_mean", group.TrainingTimeMean);
            }),
            [
                new ReportTable(
                    $"Cells by {name}, at {landscape.Longest.Epochs} epochs",
                    [name, "cells", "validation", "lower quartile", "upper quartile", "training time [s]"],
                    [
                        .. groups.Select(group => new[]
                        {
                            ReportText.Integer(group.Value), ReportText.Count(group.Cells), ReportText.Fraction(group.ValidationMean),
                            ReportText.Fraction(group.ValidationLowerQuartile), ReportText.Fraction(group.ValidationUpperQuartile),
                            ReportText.Seconds(group.TrainingTimeMean),
                        }),
                    ]),
            ],
            groups.Count > 0
                ? groups.Any(group => double.IsNaN(group.TrainingTimeMean)) ? ["The data lack training times of some groups."] : []
                : [$"No cell has a mean validation accuracy at {landscape.Longest.Epochs} epochs."]);
    };
}
