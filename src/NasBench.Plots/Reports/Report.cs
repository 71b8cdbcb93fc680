using System.Text.Json;
using NasBench.Analysis;
using NasBench.Data;

namespace NasBench.Plots;

/// <summary>A report on a data set, and on a search if there is one: one HTML file that needs no network.</summary>
/// <remarks>
/// Its pictures are drawn by its script with Observable Plot; its tables sort. It is light or dark as the reader's system is, can be printed, and can be used
/// by keyboard and screen reader. The same content gives the same bytes.
/// </remarks>
/// <param name="file">What it is about.</param>
/// <param name="landscape">The values of the data set.</param>
/// <param name="parts">The parts of the landscape that it shows.</param>
/// <param name="results">What each of them says, in the same order.</param>
/// <param name="search">The search; null for none.</param>
/// <param name="commands">The commands that give the same numbers again.</param>
public sealed class Report(
    ReportedFile file,
    Landscape landscape,
    IReadOnlyList<LandscapePart> parts,
    IReadOnlyList<PartReport> results,
    ReportedSearch? search,
    IReadOnlyList<string> commands)
{
    /// <summary>Writes the page.</summary>
    /// <returns>The HTML file in UTF-8: about 300 KB of script, and up to a megabyte of numbers.</returns>
    public byte[] ToHtml()
    {
        string version = typeof(Report).Assembly.GetName().Version!.ToString(3);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteHead(json, version);
            WriteParts(json);
            ReportColumns.WriteCells(json, landscape);
            ReportColumns.WriteDistributions(json, landscape);
            if (search is null)
            {
                json.WriteNull("search");
            }
            else
            {
                json.WriteStartObject("search");
                search.Write(json);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return ReportPage.Create($"NAS-Bench-101: {file.Name}", Warning(file.Provenance), $"NasBench for .NET {version}", stream.ToArray());
    }

    private static string? Warning(Provenance provenance) => provenance switch
    {
        Provenance.Synthetic => "Synthetic: these values are made up by a formula, not measured. They are no result.",
        Provenance.Mixed => "Mixed: some or most of these values are synthetic, made up by a formula. They are no result.",
        Provenance.Unknown => "It is not known where these values come from.",
        _ => null,
    };

    private void WriteHead(Utf8JsonWriter json, string version)
    {
        json.WriteString("provenance", file.Provenance.GetName());
        json.WriteString("version", version);
        json.WriteStartObject("file");
        json.WriteString("name", file.Name);
        json.WriteString("format", file.Format);
        json.WriteNumber("cells", landscape.Cells.Length);
        json.WriteStartArray("epochs");
        foreach (int epochs in landscape.Epochs)
        {
            json.WriteNumberValue(epochs);
        }

        json.WriteEndArray();
        json.WriteNumber("repeats", file.Repeats);
        if (file.Bytes is { } bytes)
        {
            json.WriteNumber("bytes", bytes);
        }
        else
        {
            json.WriteNull("bytes");
        }

        json.WriteEndObject();
        WriteStrings(json, "rerun", commands);
    }

    private void WriteParts(Utf8JsonWriter json)
    {
        json.WriteStartArray("parts");
        for (int i = 0; i < parts.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", parts[i].Name);
            json.WriteString("title", parts[i].Title);
            json.WritePropertyName("value");
            results[i].WriteValue(json);
            json.WriteStartArray("tables");
            foreach (ReportTable table in results[i].Tables)
            {
                json.WriteStartObject();
                json.WriteString("title", table.Title);
                WriteStrings(json, "headings", table.Headings);
                json.WriteStartArray("rows");
                foreach (IReadOnlyList<string> row in table.Rows)
                {
                    json.WriteStartArray();
                    foreach (string text in row)
                    {
                        json.WriteStringValue(text);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteStrings(json, "notes", results[i].Notes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
