using System.Text.Json;
using NasBench.Analysis;
using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Cli.Tests.Commands;

public sealed class StatsCommandTests(SmallSpace space) : IClassFixture<SmallSpace>
{
    private const string DataParts = "best,noise,distribution,correlation,ranks,replacement,depth,width,cut,directed-cut,diverged";

    [Fact]
    public void Json_ThePartsOfTheContract_HaveItsMembers()
    {
        JsonElement json = Stats(space.File, "--part", DataParts);

        Assert.Equal(("synthetic", 108), (json.GetProperty("provenance").GetString(), json.GetProperty("epochs").GetInt32()));
        Assert.Equal(["test-mean", "test-single", "valid-mean", "valid-single"], Names(json.GetProperty("best")));
        Assert.Equal([4, 12, 36, 108], json.GetProperty("noise").EnumerateArray().Select(noise => noise.GetProperty("epochs").GetInt32()));
        Assert.Equal(
            [("validation@4", "validation@108"), ("validation@12", "validation@108"), ("validation@36", "validation@108"), ("validation@108", "test@108")],
            json.GetProperty("correlation").EnumerateArray()
                .Where(one => one.GetProperty("top_percent").GetInt32() == 100)
                .Select(one => (one.GetProperty("x").GetString(), one.GetProperty("y").GetString())));
        Assert.Equal(["x", "y", "top_percent", "cells", "pearson", "spearman", "kendall"], Names(json.GetProperty("correlation")[0]));
        Assert.Subset(
            Names(json.GetProperty("replacement")[0]).ToHashSet(), new HashSet<string> { "from", "to", "slots", "validation_delta", "time_ratio", "by_class" });
        Assert.Equal(
            ["value", "cells", "validation_mean", "validation_q25", "validation_q75", "training_time_mean"], Names(json.GetProperty("width")[0]));
        Assert.Equal(["threshold", "runs", "cells", "hashes"], Names(json.GetProperty("diverged")).Take(4));
        Assert.Equal(json.GetProperty("cells").GetInt32(), json.GetProperty("depth").EnumerateArray().Sum(group => group.GetProperty("cells").GetInt32()));
    }

    [Fact]
    public void Json_EveryPartAlone_IsThatOfAllParts()
    {
        JsonElement all = Stats(space.File, "--part", DataParts);
        foreach (string part in DataParts.Split(','))
        {
            Assert.Equal(all.GetProperty(part).GetRawText(), Stats(space.File, "--part", part).GetProperty(part).GetRawText());
        }
    }

    [Fact]
    public void Table_AnyPart_IsShown()
    {
        CliResult result = Cli.Run("stats", space.File, "--part", DataParts).Expect(ExitCode.Done);
        Assert.Contains("Best values at 108 epochs", result.Output, StringComparison.Ordinal);
        Assert.Contains("validation@36", result.Output, StringComparison.Ordinal);
        Assert.Contains("conv3x3-bn-relu", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", result.Output, StringComparison.Ordinal);
        Assert.Contains("synthetic", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneNumberOfEpochs_SaysWhatIsMissing()
    {
        using TemporaryFolder folder = new();
        SyntheticFileWriter.Write(folder["one.tfrecord"], new SyntheticFileOptions { MaxVertices = 4, Epochs = [108] });
        JsonElement json = Stats(folder["one.tfrecord"], "--part", "correlation");
        Assert.Equal(6, json.GetProperty("correlation").GetArrayLength());
        Assert.Contains("only runs of 108 epochs", json.GetProperty("notes")[0].GetProperty("note").GetString(), StringComparison.Ordinal);
        CliResult table = Cli.Run("stats", folder["one.tfrecord"], "--part", "correlation").Expect(ExitCode.Done);
        Assert.Contains("Note: The data hold only runs of 108 epochs", table.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("best,luck", "'luck'")]
    [InlineData("", "''")]
    public void Run_UnknownPart_WrongUsage(string parts, string word) =>
        Cli.Run("stats", space.File, "--part", parts).ExpectFailure(ExitCode.Usage, $"--part: {word} is not one of best, noise");

    [Fact]
    public void Help_EveryPart_IsNamed()
    {
        string help = Cli.Run("stats", "--help").Expect(ExitCode.Done).Output;
        Assert.All(LandscapeParts.All, part => Assert.Contains($"  {part.Name} ", help, StringComparison.Ordinal));
    }

    private static JsonElement Stats(string file, params string[] arguments) => Cli.Run(["stats", file, .. arguments, "--json"]).Expect(ExitCode.Done).Json;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
