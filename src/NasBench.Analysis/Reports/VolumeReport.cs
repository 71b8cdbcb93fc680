using System.Globalization;
using System.Text.Json;

namespace NasBench.Analysis;

/// <summary>The part <c>volume</c>: how much of the space lies within each distance of the best cells.</summary>
internal static class VolumeReport
{
    public static PartReport Compute(Landscape landscape, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        PeakSet[] sets = [PeakSet.Best(landscape), PeakSet.WithinTwoErrors(landscape), PeakSet.Top(landscape, 1)];
        if (sets[0].Cells.IsEmpty)
        {
            return new PartReport(json => json.WriteNullValue(), [], ["No cell has a test accuracy, so there is no peak to measure the volume around."]);
        }

        PeakVolume[] volumes;
        try
        {
            volumes = PeakVolume.MeasureEach<Nas101>([.. sets.Select(set => set.Cells.ToArray())], progress, cancellationToken);
        }
        catch (InsufficientMemoryException failure)
        {
            return new PartReport(json => json.WriteNullValue(), [], [$"The volume is left out: {failure.Message}."]);
        }

        return new PartReport(
            json => Write(json, landscape, sets, volumes),
            [.. sets.Select((set, i) => Table(set, volumes[i]))],
            DataCoverage.Notes(landscape.Longest.Test, "the peaks are the best of these; the volume is that of the whole space"));
    }

    private static ReportTable Table(PeakSet set, PeakVolume volume) => new(
        $"Volume within each distance: {set.Name}, cells {ReportText.Count(set.Cells.Length)}. {set.Rule}",
        ["distance", "raw points", "share", "valid raw points", "nearest classes", "classes", "classes towards"],
        [.. Enumerable.Range(0, volume.RawPoints.Length).Select(distance => Row(volume, distance))]);

    private static string[] Row(PeakVolume volume, int distance) =>
    [
        ReportText.Integer(distance),
        ReportText.Count(volume.RawPoints[distance]),
        ReportText.Fraction((double)volume.RawPoints[distance] / volume.RawPoints[^1]),
        ReportText.Count(At(volume.ValidRawPoints, distance)),
        ReportText.Count(At(volume.NearestClasses, distance)),
        ReportText.Count(At(volume.Classes, distance)),
        ReportText.Count(At(volume.ClassesTowards, distance)),
    ];

    /// <summary>Beyond the greatest distance the number stays what it is.</summary>
    private static T At<T>(ReadOnlySpan<T> cumulative, int distance)
        where T : struct
        => cumulative.IsEmpty ? default : cumulative[Math.Min(distance, cumulative.Length - 1)];

    private static void Write(Utf8JsonWriter json, Landscape landscape, PeakSet[] sets, PeakVolume[] volumes)
    {
        json.WriteStartObject();
        for (int i = 0; i < sets.Length; i++)
        {
            json.WriteStartObject(sets[i].Name);
            PeakReport.Write(json, landscape, sets[i]);
            Write(json, "raw_points", volumes[i].RawPoints);
            Write(json, "valid_raw_points", volumes[i].ValidRawPoints);
            Write(json, "nearest_classes", volumes[i].NearestClasses);
            Write(json, "classes", volumes[i].Classes);
            Write(json, "classes_towards", volumes[i].ClassesTowards);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, ReadOnlySpan<T> cumulative)
        where T : struct, IConvertible
    {
        json.WriteStartArray(name);
        foreach (T count in cumulative)
        {
            json.WriteNumberValue(count.ToInt64(CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }
}
