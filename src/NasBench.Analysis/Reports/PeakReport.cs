using System.Text.Json;

namespace NasBench.Analysis;

/// <summary>What the parts <c>volume</c> and <c>fdc</c> say of a set of peaks.</summary>
internal static class PeakReport
{
    /// <summary>The most cells of a set that are listed by their hashes.</summary>
    private const int MaxListed = 100;

    /// <summary>Writes the members of a set into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Landscape landscape, PeakSet peaks)
    {
        json.WriteString("rule", peaks.Rule);
        json.WriteValue("threshold", peaks.Threshold);
        json.WriteNumber("cells", peaks.Cells.Length);
        json.WriteStartArray("hashes");
        foreach (int index in peaks.Cells.Length <= MaxListed ? peaks.Cells : [])
        {
            json.WriteStringValue(landscape.GetHash(index).ToString());
        }

        json.WriteEndArray();
    }
}
