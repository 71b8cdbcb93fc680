using System.Globalization;
using System.Text.Json;

namespace NasBench.Analysis;

/// <summary>The part <c>replacement</c>: what replacing an operation does.</summary>
internal static class ReplacementReport
{
    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReplacementEffect> effects = ReplacementEffect.Of(landscape, landscape.Longest, progress, cancellationToken);
        return new PartReport(
            json => json.WriteList(effects, (json, effect) =>
            {
                json.WriteString("from", effect.From);
                json.WriteString("to", effect.To);
                Write(json, effect.BySlot);
                json.WriteStartObject("by_class");
                Write(json, effect.ByClass);
                json.WriteEndObject();
            }),
            [
                Table("Replacing an operation: over the slots of labelled pruned cells", landscape, effects, effect => effect.BySlot),
                Table("Replacing an operation: over the vertices of one cell for each class", landscape, effects, effect => effect.ByClass),
            ],
            [.. Notes(effects)]);
    }

    private static ReportTable Table(
        string title, Landscape landscape, IReadOnlyList<ReplacementEffect> effects, Func<ReplacementEffect, ReplacementMeans> of) => new(
        $"{title}, at {landscape.Longest.Epochs} epochs",
        ["from", "to", "slots", "validation [points]", "time ratio", "ratio of mean times"],
        [
            .. effects.Select(effect => new[]
            {
                effect.From, effect.To, ReportText.Count(of(effect).Slots), Points(of(effect).ValidationDelta), Ratio(of(effect).TimeRatio),
                Ratio(of(effect).RatioOfMeanTimes),
            }),
        ]);

    private static void Write(Utf8JsonWriter json, ReplacementMeans means)
    {
        json.WriteNumber("slots", means.Slots);
        json.WriteValue("validation_delta", means.ValidationDelta);
        json.WriteValue("time_ratio", means.TimeRatio);
        json.WriteValue("ratio_of_mean_times", means.RatioOfMeanTimes);
        json.WriteNumber("time_slots", means.TimeSlots);
    }

    private static IEnumerable<string> Notes(IReadOnlyList<ReplacementEffect> effects)
    {
        int without = effects.Count(effect => effect.BySlot.Slots == 0);
        if (without > 0)
        {
            yield return $"For {without} of {effects.Count} replacements the data hold no two cells with a validation accuracy that differ by it alone.";
        }

        if (effects.Any(effect => effect.BySlot.TimeSlots != effect.BySlot.Slots))
        {
            yield return "The data lack training times: ratios are over fewer slots than accuracies, or there are none.";
        }
    }

    private static string Points(double fraction) => ReportText.Format(fraction * 100, "+0.000;-0.000;0.000");

    private static string Ratio(double ratio) => ReportText.Format(ratio, "F4");
}
