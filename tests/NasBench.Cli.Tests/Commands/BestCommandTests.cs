using System.Text.Json;
using NasBench.Data;

namespace NasBench.Cli.Tests.Commands;

public sealed class BestCommandTests(SmallSpace space) : IClassFixture<SmallSpace>
{
    [Theory]
    [InlineData("test-mean")]
    [InlineData("test-single")]
    [InlineData("valid-mean")]
    [InlineData("valid-single")]
    public void Json_Definition_TheBestOfAllCells(string by)
    {
        using Dataset data = Dataset.Open(space.File);
        IEnumerable<(double Value, string Hash)> expected = data.Indices.ToArray()
            .Select(index => (Value(data, index, by), data.GetHash(index).ToString()))
            .OrderByDescending(cell => cell.Item1).ThenBy(cell => cell.Item2, StringComparer.Ordinal).Take(15);

        JsonElement json = Best("--by", by, "--count", "15");

        Assert.Equal((by, 108), (json.GetProperty("by").GetString(), json.GetProperty("epochs").GetInt32()));
        Assert.Equal(expected, json.GetProperty("cells").EnumerateArray().Select(cell => (cell.GetProperty("value").GetDouble(), Hash(cell))));
        Assert.Equal(Enumerable.Range(1, 15), json.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("rank").GetInt32()));
    }

    [Fact]
    public void Json_Limits_AreRespected()
    {
        using Dataset data = Dataset.Open(space.File);
        JsonElement json = Best("--max-parameters", "3000000", "--max-seconds", "900", "--vertices", "4", "--epochs", "36");

        Assert.All(json.GetProperty("cells").EnumerateArray(), cell =>
        {
            Assert.True(cell.GetProperty("trainable_parameters").GetInt32() <= 3_000_000);
            Assert.True(cell.GetProperty("training_time").GetDouble() <= 900);
            Assert.Equal(QueryStatus.Found, data.TryFind(ModuleHash.Parse(Hash(cell)), out int index));
            Assert.Equal(4, Nas101.CellAt(index).Vertices);
        });
        Assert.NotEmpty(json.GetProperty("cells").EnumerateArray());
    }

    [Fact]
    public void Json_EdgesAndOperations_AreRespected()
    {
        using Dataset data = Dataset.Open(space.File);
        JsonElement[] cells =
        [
            .. Best("--edges", "6", "--with", "conv3x3-bn-relu,maxpool3x3", "--without", "conv1x1-bn-relu", "--count", "5000").GetProperty("cells")
                .EnumerateArray(),
        ];

        int expected = data.Indices.ToArray().Select(Nas101.CellAt).Count(cell =>
            cell.EdgeCount == 6 && cell.GetOperations()[1..^1].Distinct().Order().SequenceEqual(["conv3x3-bn-relu", "maxpool3x3"]));
        Assert.Equal(expected, cells.Length);
        Assert.All(cells, cell =>
        {
            Assert.Equal(QueryStatus.Found, data.TryFind(ModuleHash.Parse(Hash(cell)), out int index));
            Assert.Equal(6, Nas101.CellAt(index).EdgeCount);
            Assert.DoesNotContain("conv1x1-bn-relu", Nas101.CellAt(index).GetOperations());
        });
        Assert.NotEmpty(cells);
    }

    [Theory]
    [InlineData("--with", "conv5x5")]
    [InlineData("--edges", "10")]
    public void Run_BadLimit_WrongUsage(string option, string value) =>
        Cli.Run("best", space.File, option, value).ExpectFailure(ExitCode.Usage, $"{option}: '{value}' is not");

    [Theory]
    [InlineData("parameters")]
    [InlineData("time")]
    public void Json_Pareto_TheCellsThatNoOtherBeats(string cost)
    {
        using Dataset data = Dataset.Open(space.File);
        (double Value, double Cost)[] all =
        [
            .. data.Indices.ToArray().Select(index => (
                data.GetMean(index).Final.TestAccuracy,
                cost == "time" ? data.GetMean(index).Final.TrainingTime : (double)data.GetTrainableParameters(index)!)),
        ];
        IEnumerable<(double, double)> expected = all.Distinct()
            .Where(one => !all.Any(other => other.Value >= one.Value && other.Cost <= one.Cost && other != one)).OrderByDescending(one => one.Value);

        JsonElement json = Best("--pareto", cost);

        string name = cost == "time" ? "training_time" : "trainable_parameters";
        Assert.Equal(
            expected,
            json.GetProperty("cells").EnumerateArray().Select(cell => (cell.GetProperty("value").GetDouble(), cell.GetProperty(name).GetDouble())));
    }

    [Fact]
    public void Run_EpochsThatAreNotThere_TheAnswerIsNo() =>
        Cli.Run("best", space.File, "--epochs", "13").ExpectFailure(ExitCode.No, "holds no repeat of 13 epochs");

    private static double Value(Dataset data, int index, string by)
    {
        bool isTest = by.StartsWith("test", StringComparison.Ordinal);
        double[] repeats =
        [
            .. Enumerable.Range(0, 3).Select(repeat => data.GetRun(index, 108, repeat).Final).Select(run => isTest ? run.TestAccuracy : run.ValidationAccuracy),
        ];
        return by.EndsWith("single", StringComparison.Ordinal) ? repeats.Max() : (repeats[0] + repeats[1] + repeats[2]) / 3;
    }

    private static string Hash(JsonElement cell) => cell.GetProperty("module_hash").GetString()!;

    private JsonElement Best(params string[] arguments) => Cli.Run(["best", space.File, .. arguments, "--json"]).Expect(ExitCode.Done).Json;
}
