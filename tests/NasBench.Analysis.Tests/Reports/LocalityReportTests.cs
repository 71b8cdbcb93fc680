using System.Text.Json;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Reports;

/// <summary>The parts on locality with few cells: numbers or null, and a note why.</summary>
[Trait("Category", "Once")]
public sealed class LocalityReportTests
{
    [Theory]
    [InlineData("optima")]
    [InlineData("volume")]
    [InlineData("fdc")]
    [InlineData("walk")]
    public void Compute_FewCells_SaysSoAndWritesNoNaN(string part)
    {
        PartReport report = Compute(
            part, Enumerable.Range(0, 200).ToDictionary(i => (i * 2000, 108), i => new[] { new Metrics(1, 1, i / 200.0, 1 - (i / 200.0)) }));
        Assert.Contains(report.Notes, note => note.Contains("200 of the 423,624 cells", StringComparison.Ordinal));
        string json = ToJson(report);
        Assert.NotEqual("null", json);
        Assert.NotEmpty(report.Tables);
        Assert.DoesNotContain(report.Tables.SelectMany(table => table.Rows).SelectMany(row => row), text => text.Contains("NaN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("optima")]
    [InlineData("volume")]
    [InlineData("fdc")]
    [InlineData("walk")]
    public void Compute_NoAccuracies_SaysSo(string part)
    {
        PartReport report = Compute(part, new() { [(5, 108)] = [new Metrics(1, double.NaN, double.NaN, double.NaN)] });
        Assert.NotEmpty(report.Notes);
        ToJson(report);
    }

    [Fact]
    public void Compute_Optima_HasTheMembersOfTheContract()
    {
        // Cell 0 is the edge from input to output, which has no neighbours; cell 4 has a vertex beside it, which a removal cuts off and an extension adds.
        PartReport report = Compute("optima", new() { [(0, 108)] = [new Metrics(1, 1, 0.5, 0.5)], [(4, 108)] = [new Metrics(1, 1, 0.75, 0.5)] });
        using var json = JsonDocument.Parse(ToJson(report));
        Assert.Equal(["class", "raw", "naszilla", "extended"], json.RootElement.EnumerateObject().Select(kind => kind.Name));
        (int, int, int, int, double) Members(string kind) => (
            json.RootElement.GetProperty(kind).GetProperty("cells").GetInt32(),
            json.RootElement.GetProperty(kind).GetProperty("strict").GetInt32(),
            json.RootElement.GetProperty(kind).GetProperty("weak").GetInt32(),
            json.RootElement.GetProperty(kind).GetProperty("isolated").GetInt32(),
            json.RootElement.GetProperty(kind).GetProperty("global_basin_share").GetDouble());
        Assert.Equal((2, 2, 2, 1, 0.5), Members("class"));
        Assert.Equal((2, 2, 2, 1, 0.5), Members("raw"));
        Assert.Equal((2, 2, 2, 1, 0.5), Members("naszilla"));
        Assert.Equal((2, 1, 1, 0, 1), Members("extended"));
    }

    [Fact]
    public void Compute_Walk_HasLags1To35()
    {
        PartReport report = Compute("walk", new() { [(0, 108)] = [new Metrics(1, 1, 0.5, 0.5)], [(1, 108)] = [new Metrics(1, 1, 0.75, 0.5)] });
        using var json = JsonDocument.Parse(ToJson(report));
        Assert.Equal(Enumerable.Range(1, 35), json.RootElement.GetProperty("lags").EnumerateArray().Select(lag => lag.GetInt32()));
        foreach (string walk in new[] { "class", "extended", "both_ways", "sampled", "mean_distance" })
        {
            Assert.Equal(35, json.RootElement.GetProperty(walk).GetArrayLength());
        }
    }

    private static PartReport Compute(string part, Dictionary<(int, int), Metrics[]> table)
    {
        using Dataset data = TableStore.Open(table);
        return LandscapeParts.Find(part)!.Compute(Landscape.Read(data), null, default);
    }

    private static string ToJson(PartReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            report.WriteValue(json);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
