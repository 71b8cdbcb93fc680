using System.Text.Json;
using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>Writes the report on a landscape as JSON, the same on the command line and elsewhere.</summary>
public static class LandscapeJson
{
    /// <summary>Writes the members of the report into an object that is open: a member for each part, and what they are about.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="landscape">The landscape.</param>
    /// <param name="provenance">Where its values come from.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="reports">What each of them says, in the same order.</param>
    /// <exception cref="ArgumentException">There is not a report for each part.</exception>
    public static void Write(
        Utf8JsonWriter json, Landscape landscape, Provenance provenance, IReadOnlyList<LandscapePart> parts, IReadOnlyList<PartReport> reports)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(landscape);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(reports);
        if (parts.Count != reports.Count)
        {
            throw new ArgumentException($"There are {parts.Count} parts and {reports.Count} reports.", nameof(reports));
        }

        json.WriteString("provenance", provenance.ToString().ToLowerInvariant());
        json.WriteNumber("epochs", landscape.Longest.Epochs);
        json.WriteNumber("cells", landscape.Cells.Length);
        for (int i = 0; i < parts.Count; i++)
        {
            json.WritePropertyName(parts[i].Name);
            reports[i].WriteValue(json);
        }

        json.WriteStartArray("notes");
        for (int i = 0; i < parts.Count; i++)
        {
            foreach (string note in reports[i].Notes)
            {
                json.WriteStartObject();
                json.WriteString("part", parts[i].Name);
                json.WriteString("note", note);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }
}
