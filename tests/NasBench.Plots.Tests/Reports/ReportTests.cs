using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NasBench.Analysis;
using NasBench.Search;
using NasBench.TestUtilities;

namespace NasBench.Plots.Tests;

[Trait("Category", "Once")]
public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ToHtml_HostileNames_StayText()
    {
        const string Name = "</script><script>alert(1)</script>\"&'{{data}}.tfrecord";
        string page = ReportMaterial.ToHtml(Name);

        Assert.Equal(2, Regex.Count(page, "<script"));
        Assert.Equal(Name, Data(page).GetProperty("file").GetProperty("name").GetString());
        Assert.Contains($"<title>NAS-Bench-101: {System.Net.WebUtility.HtmlEncode(Name)}</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_ScriptPolicy_AllowsItsOwnScriptAlone()
    {
        string page = ReportMaterial.ToHtml("file");
        const string Opening = "<script>";
        int start = page.LastIndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        string script = page[start..page.LastIndexOf("</script>", StringComparison.Ordinal)];

        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|link|img|iframe)[^>]+(src|href)=", page);
    }

    [Fact]
    public void ToHtml_MadeUpValues_SaysSo() =>
        Assert.Contains("<p class=\"made-up\">Synthetic: these values are made up by a formula", ReportMaterial.ToHtml("file"), StringComparison.Ordinal);

    [Fact]
    public void ToHtml_Parts_HoldValuesTablesAndNotes()
    {
        var part = new PartReport(
            json => json.WriteNumberValue(7), [new ReportTable("Counts", ["what", "number"], [["cells", "1,234"], ["runs", "-"]])], ["There is no run."]);

        JsonElement written = Data(ReportMaterial.ToHtml("file", null, part)).GetProperty("parts")[0];

        Assert.Equal(7, written.GetProperty("value").GetInt32());
        Assert.Equal("1,234", written.GetProperty("tables")[0].GetProperty("rows")[0][1].GetString());
        Assert.Equal("There is no run.", written.GetProperty("notes")[0].GetString());
    }

    [Fact]
    public void ToHtml_Cells_AreThoseOfTheData()
    {
        JsonElement cells = Data(ReportMaterial.ToHtml("file")).GetProperty("cells");
        string[] hashes = [.. cells.GetProperty("module_hash").EnumerateArray().Select(hash => hash.GetString()!)];

        Assert.Equal(6000, hashes.Distinct().Count());
        Assert.Equal(Nas101.CellCount, cells.GetProperty("all").GetInt32());
        for (int i = 0; i < hashes.Length; i += 97)
        {
            Assert.True(Nas101.TryFind(ModuleHash.Parse(hashes[i], null), out int index));
            Assert.Equal(ReportMaterial.Landscape.TrainableParameters[index], cells.GetProperty("trainable_parameters")[i].GetInt32());
            Assert.Equal((float)ReportMaterial.Landscape.Longest.Test[index], cells.GetProperty("test_accuracy")[i].GetSingle());
            Assert.Equal(Nas101.CellAt(index).EdgeCount, cells.GetProperty("edges")[i].GetInt32());
        }
    }

    [Fact]
    public void ToHtml_Search_CurvesAreThoseOfTheRuns()
    {
        ReportMaterial.WriteSearch(_folder["search"], 4, "random", "re");
        ReportedSearch search = ReportedSearch.Read(_folder["search"]);
        JsonElement written = Data(ReportMaterial.ToHtml("file", search)).GetProperty("search");

        JsonElement curve = written.GetProperty("curves")[1];
        ExperimentFolder folder = ExperimentFolder.Open(_folder["search"]);
        ScoredRun[] runs = [.. Enumerable.Range(0, 4).Select(run => folder.Read(new RunId(1, run)))];
        for (int i = 0; i < curve.GetProperty("seconds").GetArrayLength(); i += 9)
        {
            double seconds = curve.GetProperty("seconds")[i].GetDouble();
            double mean = runs.Average(run => run.Scores[run.Result.Incumbents.Count(incumbent => incumbent.Seconds <= seconds) - 1].TestMean);
            Assert.Equal(mean, curve.GetProperty("mean")[i].GetDouble(), 1e-6);
        }

        Assert.Equal("re", curve.GetProperty("algorithm").GetString());
        Assert.Equal(runs.Select(run => (float)run.Scores[^1].TestMean), Floats(written.GetProperty("finals")[1].GetProperty("regret")));
        Assert.Equal(14, written.GetProperty("checklist").GetArrayLength());
        Assert.Equal("seconds=100000", written.GetProperty("summary").GetProperty("budget").GetString());
    }

    [Fact]
    public void ToHtml_SameContent_SameBytes() => Assert.Equal(ReportMaterial.ToHtml("file"), ReportMaterial.ToHtml("file"));

    [Fact]
    public void Read_FolderWithoutASearch_SaysSo()
    {
        Directory.CreateDirectory(_folder["empty"]);
        Assert.Contains("holds no search", Assert.Throws<SearchException>(() => ReportedSearch.Read(_folder["empty"])).Message, StringComparison.Ordinal);
    }

    private static JsonElement Data(string page)
    {
        Match data = Regex.Match(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline);
        return JsonDocument.Parse(data.Groups[1].Value).RootElement;
    }

    private static IEnumerable<float> Floats(JsonElement array) => array.EnumerateArray().Select(value => value.GetSingle());
}
