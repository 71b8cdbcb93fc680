using System.Text.Json;

namespace NasBench.Analysis;

/// <summary>The part <c>best</c>: the best value under each definition at the largest number of epochs.</summary>
internal static class BestReport
{
    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BestValue[] values = [.. Enum.GetValues<BestKind>().Select(kind => BestRanking.Find(landscape, landscape.Longest, kind))];
        return new PartReport(
            json => Write(json, values),
            [
                new ReportTable(
                    $"Best values at {landscape.Longest.Epochs} epochs",
                    ["by", "value", "hash", "ties"],
                    [.. values.Select(Row)]),
            ],
            [
                .. values.Where(value => value.Hash is null)
                    .Select(value => $"No cell has a value to be the best by {value.Kind.GetName()} at {landscape.Longest.Epochs} epochs."),
            ]);
    }

    private static string[] Row(BestValue value) =>
        [value.Kind.GetName(), ReportText.Fraction(value.Value), value.Hash?.ToString() ?? "-", ReportText.Count(value.Ties)];

    private static void Write(Utf8JsonWriter json, BestValue[] values)
    {
        json.WriteStartObject();
        foreach (BestValue value in values)
        {
            json.WriteStartObject(value.Kind.GetName());
            json.WriteValue("value", value.Value);
            json.WriteString("module_hash", value.Hash?.ToString());
            json.WriteNumber("ties", value.Ties);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
