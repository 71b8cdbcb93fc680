using System.Buffers;
using System.Text.Json;
using CsCheck;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Reports;

[Trait("Category", "Once")]
public sealed class LandscapePartsTests
{
    /// <summary>The parts of this test: numbers of the data. Those of places in the space have tests of their own.</summary>
    private static readonly string[] s_parts =
        ["best", "noise", "distribution", "correlation", "ranks", "replacement", "depth", "width", "cut", "directed-cut", "diverged"];

    private const string NoSlots = """
        "slots":0,"validation_delta":null,"time_ratio":null,"ratio_of_mean_times":null,"time_slots":0
        """;

    [Fact]
    public void All_Names_AreDifferentAndFound()
    {
        Assert.Equal(LandscapeParts.All.Count, LandscapeParts.All.Select(part => part.Name).Distinct().Count());
        Assert.All(LandscapeParts.All, part => Assert.Same(part, LandscapeParts.Find(part.Name)));
        Assert.All(s_parts, name => Assert.NotNull(LandscapeParts.Find(name)));
        Assert.Null(LandscapeParts.Find("no such part"));
    }

    /// <summary>Whatever is missing: a document that can be read, tables without NaN and as wide as their headings, a note for absent numbers.</summary>
    [Fact]
    public void Compute_AnyTable_NothingButNumbersNullsAndNotes() => TableGens.Tables.Sample(
        table =>
        {
            using Dataset data = TableStore.Open(table);
            var landscape = Landscape.Read(data);
            LandscapePart[] parts = [.. s_parts.Select(name => LandscapeParts.Find(name)!)];
            PartReport[] reports = [.. parts.Select(part => part.Compute(landscape, null, CancellationToken.None))];
            JsonElement json = Write(landscape, parts, reports);

            Assert.Equal(
                [.. new[] { "provenance", "epochs", "cells" }, .. s_parts, "notes"], json.EnumerateObject().Select(member => member.Name));
            Assert.Equal(("synthetic", data.Epochs[^1], data.CellCount), (
                json.GetProperty("provenance").GetString(), json.GetProperty("epochs").GetInt32(), json.GetProperty("cells").GetInt32()));
            foreach ((LandscapePart part, PartReport report) in parts.Zip(reports))
            {
                Assert.All(report.Tables, one => Assert.All(one.Rows, row =>
                {
                    Assert.Equal(one.Headings.Count, row.Count);
                    Assert.All(row, text => Assert.DoesNotContain("NaN", text, StringComparison.Ordinal));
                    Assert.All(row, text => Assert.NotEmpty(text));
                }));
                bool isIncomplete = part.Name is not ("distribution" or "diverged") && HasNull(json.GetProperty(part.Name));
                Assert.True(!isIncomplete || report.Notes.Count > 0, $"{part.Name}: {json.GetProperty(part.Name)}");
            }
        },
        iter: 40);

    [Fact]
    public void Compute_OneCellOfOneRepeat_EveryPartAnswers()
    {
        using Dataset data = TableStore.Open(new Dictionary<(int, int), Metrics[]> { [(77, 108)] = [new Metrics(1234, 1, 0.75, 0.5)] });
        var landscape = Landscape.Read(data);
        LandscapePart[] parts = [.. s_parts.Select(name => LandscapeParts.Find(name)!)];
        JsonElement json = Write(landscape, parts, [.. parts.Select(part => part.Compute(landscape, null, CancellationToken.None))]);

        JsonElement best = json.GetProperty("best").GetProperty("valid-single");
        Assert.Equal((0.75, Space<Nas101>.HashAt(77).ToString(), 1), (
            best.GetProperty("value").GetDouble(), best.GetProperty("module_hash").GetString(), best.GetProperty("ties").GetInt32()));
        Assert.Equal("""[{"epochs":108,"test_sd":null,"validation_sd":null,"cells":0}]""", json.GetProperty("noise").GetRawText());
        Assert.Equal(
            """{"x":"validation@108","y":"test@108","top_percent":100,"cells":1,"pearson":null,"spearman":null,"kendall":null}""",
            json.GetProperty("correlation")[0].GetRawText());
        Assert.Equal(
            """{"from":"conv3x3-bn-relu","to":"conv1x1-bn-relu",""" + NoSlots + ""","by_class":{""" + NoSlots + "}}",
            json.GetProperty("replacement")[0].GetRawText());
        Assert.Equal(
            """{"cells":1,"validation_mean":0.75,"validation_q25":0.75,"validation_q75":0.75,"training_time_mean":1234}""",
            "{" + json.GetProperty("depth")[0].GetRawText()[11..]);
        Assert.Equal("""{"threshold":0.15,"runs":0,"cells":0,"hashes":[],"repeats":[]}""", json.GetProperty("diverged").GetRawText());
        Assert.Equal(
            ["noise", "correlation", "correlation", "ranks", "ranks", "replacement"],
            json.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("part").GetString()));
    }

    [Fact]
    public void Write_PartsWithoutReports_AreRefused()
    {
        using Dataset data = TableStore.Open(new Dictionary<(int, int), Metrics[]> { [(77, 108)] = [new Metrics(1234, 1, 0.75, 0.5)] });
        Assert.Throws<ArgumentException>(() => Write(Landscape.Read(data), [LandscapeParts.All[0]], []));
    }

    private static JsonElement Write(Landscape landscape, LandscapePart[] parts, PartReport[] reports)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            LandscapeJson.Write(json, landscape, Provenance.Synthetic, parts, reports);
            json.WriteEndObject();
        }

        return JsonDocument.Parse(text.WrittenMemory).RootElement;
    }

    private static bool HasNull(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => element.EnumerateArray().Any(HasNull),
        JsonValueKind.Object => element.EnumerateObject().Any(member => HasNull(member.Value)),
        _ => false,
    };
}
