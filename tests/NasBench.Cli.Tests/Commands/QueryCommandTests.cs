using System.Globalization;
using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public class QueryCommandTests
{
    private const string RealAnswer =
        """{"module_hash":"00005c142e6f48ac74fdcf73e3439874","module_adjacency":"""
        + """[[0,1,0,0,1,1,0],[0,0,1,0,0,0,0],[0,0,0,1,0,0,1],[0,0,0,0,0,1,0],[0,0,0,0,0,1,0],[0,0,0,0,0,0,1],[0,0,0,0,0,0,0]]"""
        + ""","module_operations":["input","conv3x3-bn-relu","maxpool3x3","conv3x3-bn-relu","conv3x3-bn-relu","conv1x1-bn-relu","output"]"""
        + ""","trainable_parameters":8555530"""
        + ""","epochs":4,"repeat":0,"training_time":89.90399932861328,"train_accuracy":0.3498597741127014"""
        + ""","validation_accuracy":0.3489583432674408,"test_accuracy":0.3504607379436493,"provenance":"unknown"}""" + "\n";

    [Fact]
    public void Json_RealRecordByHash_PrintsTheRealValues()
    {
        CliResult result = Cli.Run("query", Samples.RealFile, "--hash", Samples.FirstHash, "--epochs", "4", "--repeat", "0", "--json").Expect(ExitCode.Done);

        Assert.Equal(RealAnswer, result.Output);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData(Samples.FirstMatrix, Samples.FirstOperations)]
    [InlineData("0110010000001000010000000101000001000000010000000", "input,conv3x3-bn-relu,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,conv1x1-bn-relu,output")]
    [InlineData("0110010000100000000100000101000001000000010000000", "input,conv3x3-bn-relu,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,conv1x1-bn-relu,output")]
    public void Json_RealRecordByIsomorphicCell_PrintsTheRealValues(string matrix, string operations) =>
        Assert.Equal(
            RealAnswer,
            Cli.Run("query", Samples.RealFile, "--matrix", matrix, "--ops", operations, "--epochs", "4", "--repeat", "0", "--json")
                .Expect(ExitCode.Done).Output);

    /// <summary>A compact file that was made before such values were refused may hold one, and without its checksums nobody has looked.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Json_InfiniteTime_IsTextAndNoNumber(int repeat)
    {
        using TemporaryFolder folder = new();
        string[] query = ["query", folder["x.nasb"], "--hash", TinyHash(0), "--epochs", "4", "--repeat", $"{repeat}", "--no-verify", "--json"];
        Cli.Run("convert", Samples.TinyFile, folder["x.nasb"]).Expect(ExitCode.Done);
        float time = Cli.Run(query).Expect(ExitCode.Done).Json.GetProperty("training_time").GetSingle();
        byte[] bytes = File.ReadAllBytes(folder["x.nasb"]);
        int place = bytes.AsSpan().IndexOf(BitConverter.GetBytes(time));
        BitConverter.TryWriteBytes(bytes.AsSpan(place), float.PositiveInfinity);
        File.WriteAllBytes(folder["x.nasb"], bytes);

        Assert.Equal("\"Infinity\"", Cli.Run(query).Expect(ExitCode.Done).Json.GetProperty("training_time").GetRawText());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, "--seed", "1")]
    [InlineData(false, "--repeat", "sample")]
    [InlineData(false, "--repeat", "mean")]
    [InlineData(false, "--repeat", "0")]
    [InlineData(false, "--json")]
    [InlineData(false, "--quiet")]
    public void Table_RepeatNotChosen_SaysThatItWasDrawn(bool isTold, params string[] options)
    {
        CliResult result = Cli.Run(["query", Samples.TinyFile, TinyHash(0), .. options]).Expect(ExitCode.Done);

        Assert.Equal(isTold, result.Error.Contains(" (of 0 to 2) was drawn at random; --repeat ", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_OnlyOneRepeat_IsNotSaidToBeDrawn() =>
        Assert.Empty(Cli.Run("query", Samples.RealFile, Samples.FirstHash, "--epochs", "4").Expect(ExitCode.Done).Error);

    [Fact]
    public void Json_Half_IsTheHalfwayEvaluation()
    {
        JsonElement answer = Cli.Run("query", Samples.RealFile, "--hash", Samples.FirstHash, "--epochs", "4", "--repeat", "0", "--half", "--json")
            .Expect(ExitCode.Done).Json;

        Assert.Equal("45.152000427246094", answer.GetProperty("training_time").GetRawText());
        Assert.Equal("0.10526842623949051", answer.GetProperty("validation_accuracy").GetRawText());
    }

    [Fact]
    public void Json_All_HasRunsInsteadOfMetrics()
    {
        JsonElement answer = Cli.Run("query", Samples.TinyFile, "--hash", TinyHash(0), "--repeat", "all", "--json", "-q").Expect(ExitCode.Done).Json;

        Assert.Equal(
            ["module_hash", "module_adjacency", "module_operations", "trainable_parameters", "epochs", "repeat", "runs", "provenance"],
            answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal("all", answer.GetProperty("repeat").GetString());
        JsonElement[] runs = [.. answer.GetProperty("runs").EnumerateArray()];
        Assert.Equal(3, runs.Length);
        Assert.All(runs, run => Assert.Equal(["halfway", "final"], run.EnumerateObject().Select(field => field.Name)));
        Assert.All(runs, run => Assert.Equal(
            ["training_time", "train_accuracy", "validation_accuracy", "test_accuracy"],
            run.GetProperty("final").EnumerateObject().Select(field => field.Name)));
    }

    [Theory]
    [InlineData(false, "final")]
    [InlineData(true, "halfway")]
    public void Json_Mean_IsTheSumInOrderDividedByTheCount(bool half, string evaluation)
    {
        string[] cell = ["query", Samples.TinyFile, "--hash", TinyHash(3), "--epochs", "12", "--json", "-q"];
        JsonElement mean = Cli.Run([.. cell, "--repeat", "mean", .. half ? (string[])["--half"] : []]).Expect(ExitCode.Done).Json;
        JsonElement runs = Cli.Run([.. cell, "--repeat", "all"]).Json.GetProperty("runs");
        double[] values = [.. runs.EnumerateArray().Select(run => run.GetProperty(evaluation).GetProperty("test_accuracy").GetDouble())];

        Assert.Equal("mean", mean.GetProperty("repeat").GetString());
        Assert.Equal((values[0] + values[1] + values[2]) / 3, mean.GetProperty("test_accuracy").GetDouble());
    }

    [Fact]
    public void JsonLines_QuerySequences_AreThoseOfTheOriginal()
    {
        foreach (JsonElement sequence in JsonElement.Parse(File.ReadAllText(TestFiles.Vector("query_sequences.json"))).EnumerateArray())
        {
            JsonElement[] steps = [.. sequence.GetProperty("steps").EnumerateArray()];
            string input = string.Join('\n', steps.Select(step =>
                $$"""{"hash":{{step.GetProperty("hash").GetRawText()}},"epochs":{{step.GetProperty("epochs")}}"""
                + $$""","half":{{step.GetProperty("stop_halfway").GetRawText()}}}"""));
            JsonElement[] answers = Cli.RunWithInput(input, "query", Samples.TinyFile, "--jsonl", "-", "--seed", sequence.GetProperty("seed").GetRawText())
                .Expect(ExitCode.Done).JsonLines;

            Assert.Equal(steps.Length, answers.Length);
            Assert.All(steps.Zip(answers), pair => AssertStep(pair.First, pair.Second));
        }
    }

    [Fact]
    public void JsonLines_LineOptions_OverrideTheCommand()
    {
        string input = $$"""
            {"id":1,"hash":"{{TinyHash(0)}}"}
            {"id":2,"hash":"{{TinyHash(0)}}","epochs":36,"half":true,"repeat":1}
            {"id":3,"hash":"{{TinyHash(0)}}","repeat":"mean"}
            {"id":4,"hash":"{{TinyHash(0)}}","repeat":"2","epochs":null}
            """;
        JsonElement[] answers = Cli.RunWithInput(input, "query", Samples.TinyFile, "--jsonl", "-", "--epochs", "12", "--repeat", "0", "-q")
            .Expect(ExitCode.Done).JsonLines;

        Assert.Equal(["0", "1", "\"mean\"", "2"], answers.Select(answer => answer.GetProperty("repeat").GetRawText()));
        Assert.Equal([12, 36, 12, 12], answers.Select(answer => answer.GetProperty("epochs").GetInt32()));
        Assert.Equal([12, 12 + 18, 12 + 18 + 36, 12 + 18 + 36 + 12], answers.Select(answer => answer.GetProperty("budget").GetProperty("epochs").GetInt32()));
        Assert.Equal(
            [
                "id", "module_hash", "module_adjacency", "module_operations", "trainable_parameters", "epochs", "repeat",
                "training_time", "train_accuracy", "validation_accuracy", "test_accuracy", "provenance", "budget",
            ],
            answers[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public void JsonLines_LinesWithoutAnswer_SayWhyAndSpendNothing()
    {
        string input = $$"""
            {"id":1,"hash":"{{TinyHash(0)}}","repeat":3}
            {"id":2,"hash":"{{Samples.FirstHash[..31]}}x"}
            {"id":3,"matrix":"0000","ops":["input","output"]}
            {"id":4,"hash":"926a133285cb34c1a38eefe60e7586d4"}
            {"id":5,"hash":"{{TinyHash(0)}}","epochs":5}
            {"id":6,"matrix":"0100","ops":["input","output"],"hash":"{{TinyHash(0)}}"}
            {"id":7,"matrix":"0100","ops":["input",null]}
            {"id":8,"hash":"{{TinyHash(0)}}","half":"yes"}
            [1]
            """;
        CliResult result = Cli.RunWithInput(input, "query", Samples.TinyFile, "--jsonl", "-").Expect(ExitCode.No);

        JsonElement[] answers = result.JsonLines;
        Assert.Equal(
            ["not_in_data", "bad_line", "invalid_cell", "not_in_data", "no_such_epochs", "bad_line", "bad_line", "bad_line", "bad_line"],
            answers.Select(answer => answer.GetProperty("error_kind").GetString()));
        Assert.All(answers, answer => Assert.NotEmpty(answer.GetProperty("error").GetString()!));
        Assert.All(answers, answer => Assert.Equal("""{"training_time":0,"epochs":0}""", answer.GetProperty("budget").GetRawText()));
        Assert.Empty(result.Error);
    }

    [Fact]
    public void JsonLines_MissingFile_IsExitCodeThree() =>
        Cli.Run("query", "builtin", "--jsonl", "no-such-file.jsonl").ExpectFailure(ExitCode.InputFailed, "no-such-file.jsonl");

    [Fact]
    public void Json_CellThatTheDataLack_IsExitCodeOneWithAnObject()
    {
        CliResult result = Cli.Run("query", Samples.TinyFile, "--matrix", "0100", "--ops", "input,output", "--json");
        if (result.Code == ExitCode.Done)
        {
            result = Cli.Run("query", Samples.TinyFile, "--hash", "926a133285cb34c1a38eefe60e7586d4", "--json");
        }

        result.Expect(ExitCode.No);
        Assert.Equal(["error", "error_kind"], result.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal("not_in_data", result.Json.GetProperty("error_kind").GetString());
        Assert.Equal(result.Json.GetProperty("error").GetString(), result.ErrorLine);
    }

    [Fact]
    public void Epochs_ThatTheDataLack_AreExitCodeOne() =>
        Cli.Run("query", Samples.TinyFile, "--hash", TinyHash(0), "--epochs", "5")
            .ExpectFailure(ExitCode.No, "no repeat of 5 epochs, only of 4, 12, 36, 108");

    [Fact]
    public void Repeat_ThatTheCellLacks_IsExitCodeOne() =>
        Cli.Run("query", Samples.TinyFile, "--hash", TinyHash(0), "--repeat", "3").ExpectFailure(ExitCode.No, "there is no repeat 3");

    [Fact]
    public void Builtin_PublishedRun_IsMeasuredAndSilent()
    {
        CliResult result = Cli.Run("query", "builtin", "--matrix", Samples.InceptionMatrix, "--ops", Samples.InceptionOperations, "--repeat", "0", "--json")
            .Expect(ExitCode.Done);

        Assert.Empty(result.Error);
        Assert.Equal("measured", result.Json.GetProperty("provenance").GetString());
        Assert.Equal("1155.85302734375", result.Json.GetProperty("training_time").GetRawText());
        Assert.Equal("1", result.Json.GetProperty("train_accuracy").GetRawText());
        Assert.Equal("0.9376001358032227", result.Json.GetProperty("validation_accuracy").GetRawText());
    }

    [Fact]
    public void Builtin_HalfwayThatWasNotPublished_IsNull()
    {
        JsonElement answer = Cli.Run("query", "builtin", "--hash", Samples.InceptionHash, "--repeat", "0", "--half", "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("test_accuracy").ValueKind);
        Assert.Equal("measured", answer.GetProperty("provenance").GetString());
    }

    [Fact]
    public void Builtin_MeanOfMeasuredAndMadeUp_IsMixedAndWarns()
    {
        CliResult result = Cli.Run("query", "builtin", "--hash", Samples.InceptionHash, "--repeat", "mean", "--json").Expect(ExitCode.Done);

        Assert.Equal("mixed", result.Json.GetProperty("provenance").GetString());
        Assert.StartsWith("warning: these values are synthetic", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public void SyntheticFile_Batch_WarnsOnce()
    {
        string input = string.Concat(Enumerable.Range(0, 20).Select(i => $$"""{"hash":"{{TinyHash(i)}}"}""" + "\n"));
        CliResult result = Cli.RunWithInput(input, "query", Samples.TinyFile, "--jsonl", "-").Expect(ExitCode.Done);

        Assert.StartsWith("warning: ", result.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(Cli.RunWithInput(input, "query", Samples.TinyFile, "--jsonl", "-", "--quiet").Error);
    }

    [Fact]
    public void Table_SaysTheProvenance()
    {
        string table = Cli.Run("query", Samples.TinyFile, "--hash", TinyHash(0), "--repeat", "0").Expect(ExitCode.Done).Output;

        Assert.Contains("synthetic", table, StringComparison.Ordinal);
        Assert.Contains(TinyHash(0), table, StringComparison.Ordinal);
    }

    [Fact]
    public void File_NotNamedAndNotFound_IsUsageErrorThatNamesTheWays()
    {
        CliResult result = Cli.Run("query", "--hash", Samples.FirstHash).ExpectFailure(ExitCode.Usage, "builtin");

        Assert.Contains("download", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public void File_FromTheVariable_IsAFileAFolderOrBuiltin()
    {
        using TemporaryFolder folder = new();
        File.Copy(Samples.TinyFile, folder["nasbench_only108.tfrecord"]);
        string[] arguments = ["query", "--hash", TinyHash(1), "--repeat", "1", "--json", "-q"];
        string expected = Cli.Run(["query", Samples.TinyFile, .. arguments[1..]]).Output;

        Assert.Equal(expected, new Cli { Variables = { ["NASBENCH_DATA"] = Samples.TinyFile } }.With(arguments).Output);
        Assert.Equal(expected, new Cli { Variables = { ["NASBENCH_DATA"] = folder.FullPath } }.With(arguments).Output);
        Assert.Equal(expected, new Cli { DataFolder = folder.FullPath }.With(arguments).Output);
        Assert.Equal("builtin", new Cli { Variables = { ["NASBENCH_DATA"] = "builtin" } }.With("info", "--json").Json.GetProperty("format").GetString());
        new Cli { Variables = { ["NASBENCH_DATA"] = folder["missing.tfrecord"] } }.With(arguments).ExpectFailure(ExitCode.InputFailed, "missing.tfrecord");
    }

    [Theory]
    [InlineData("query", "--hash", Samples.FirstHash)]
    [InlineData("info")]
    [InlineData("verify")]
    public void File_Missing_IsExitCodeThree(string command, params string[] arguments) =>
        Cli.Run([command, "no-such-file.tfrecord", .. arguments]).ExpectFailure(ExitCode.InputFailed, "no-such-file.tfrecord: no such file");

    [Fact]
    public void File_Folder_IsExitCodeThree()
    {
        using TemporaryFolder folder = new();

        Cli.Run("info", folder.FullPath).ExpectFailure(ExitCode.InputFailed, folder.FullPath);
    }

    private static string TinyHash(int number) =>
        JsonElement.Parse(File.ReadAllText(TestFiles.Vector("query_sequences.json")))[0].GetProperty("steps")[number].GetProperty("hash").GetString()!;

    private static void AssertStep(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.GetProperty("hash").GetString(), actual.GetProperty("module_hash").GetString());
        Assert.Equal(expected.GetProperty("repeat_index")[0].GetInt32(), actual.GetProperty("repeat").GetInt32());
        foreach (string field in (string[])["training_time", "train_accuracy", "validation_accuracy", "test_accuracy"])
        {
            Assert.Equal(expected.GetProperty(field).GetDouble(), actual.GetProperty(field).GetDouble());
        }

        Assert.Equal(expected.GetProperty("trainable_parameters").GetInt64(), actual.GetProperty("trainable_parameters").GetInt64());
        Assert.Equal(expected.GetProperty("budget_time").GetDouble(), actual.GetProperty("budget").GetProperty("training_time").GetDouble());
        Assert.Equal(expected.GetProperty("budget_epochs").GetInt64(), actual.GetProperty("budget").GetProperty("epochs").GetInt64());
        Assert.Equal(expected.GetProperty("epochs").GetInt32().ToString(CultureInfo.InvariantCulture), actual.GetProperty("epochs").GetRawText());
    }
}
