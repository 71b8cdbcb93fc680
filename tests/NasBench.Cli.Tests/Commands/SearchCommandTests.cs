using System.Text.Json;
using System.Text.RegularExpressions;
using NasBench.Data;

namespace NasBench.Cli.Tests.Commands;

public sealed class SearchCommandTests(SmallSpace space) : IClassFixture<SmallSpace>
{
    private const double Tolerance = 1e-12;

    private static readonly string[] s_traceNames =
    [
        "algorithm", "run", "step", "module_hash", "epochs", "halfway", "repeat", "validation_accuracy", "test_accuracy", "training_time", "spent_seconds",
        "spent_epochs", "incumbent_validation", "incumbent_test", "incumbent_mean_test", "regret", "provenance",
    ];

    [Fact]
    public void Json_TwoAlgorithms_WhatTheContractSays()
    {
        JsonElement json = Search("random,re", "seconds=60000", "--runs", "3", "--seed", "7", "--json").Json;

        Assert.Equal("synthetic", json.GetProperty("provenance").GetString());
        Assert.Equal("test-mean", json.GetProperty("regret").GetString());
        Assert.Equal(7, json.GetProperty("seed").GetInt32());
        Assert.Equal("seconds=60000", json.GetProperty("budget").GetString());
        Assert.Equal(["random", "re"], json.GetProperty("algorithms").EnumerateArray().Select(one => one.GetProperty("algorithm").GetString()));
        JsonElement evolution = json.GetProperty("algorithms")[1];
        Assert.Equal(("paper", "a-raw9", 3), (Text(evolution, "profile"), Text(evolution, "encoding"), evolution.GetProperty("runs").GetInt32()));
        Assert.Equal(100, evolution.GetProperty("settings").GetProperty("population_size").GetInt32());
        foreach (string name in (string[])["evaluations", "invalid", "distinct", "isomorphic_repeats", "spent_seconds", "own_seconds_per_evaluation"])
        {
            Assert.Equal(JsonValueKind.Number, evolution.GetProperty(name).ValueKind);
        }

        JsonElement regret = evolution.GetProperty("final_regret");
        double[] ordered = [.. ((string[])["min", "q25", "median", "q75", "max"]).Select(name => regret.GetProperty(name).GetDouble())];
        Assert.Equal(ordered.Order(), ordered);
        Assert.InRange(regret.GetProperty("mean").GetDouble(), regret.GetProperty("ci95")[0].GetDouble(), regret.GetProperty("ci95")[1].GetDouble());
    }

    [Fact]
    public void Trace_Run_FollowsFromTheDataAlone()
    {
        string[] lines = Lines(Search("random,re", "seconds=50000", "--runs", "2", "--trace", "-").Output);
        using Dataset data = Dataset.Open(space.File);
        double best = data.GetTop(1, run => run.Final.TestAccuracy)[0].Value;

        foreach (IGrouping<(string?, int), JsonElement> run in lines.Select(Parse).GroupBy(line => (Text(line, "algorithm"), Run(line))))
        {
            (int step, double seconds, int epochs, double validation) = (0, 0, 0, 0);
            double regret = double.NaN;
            foreach (JsonElement line in run)
            {
                Assert.Equal(s_traceNames, line.EnumerateObject().Select(member => member.Name));
                Assert.Equal(++step, line.GetProperty("step").GetInt32());
                if (line.GetProperty("module_hash").GetString() is { } hash)
                {
                    Metrics metrics = data.GetRun(ModuleHash.Parse(hash), 108, line.GetProperty("repeat").GetInt32()).Final;
                    Assert.Equal(metrics.ValidationAccuracy, line.GetProperty("validation_accuracy").GetDouble());
                    Assert.Equal(metrics.TestAccuracy, line.GetProperty("test_accuracy").GetDouble());
                    seconds += metrics.TrainingTime;
                    epochs += 108;
                    if (metrics.ValidationAccuracy > validation)
                    {
                        validation = metrics.ValidationAccuracy;
                        regret = best - data.GetMean(ModuleHash.Parse(hash)).Final.TestAccuracy;
                    }
                }

                Assert.Equal(seconds, line.GetProperty("spent_seconds").GetDouble());
                Assert.Equal(epochs, line.GetProperty("spent_epochs").GetInt32());
                Assert.True(validation == 0 || Math.Abs(regret - line.GetProperty("regret").GetDouble()) < Tolerance);
            }

            Assert.True(seconds >= 50000);
        }
    }

    [Fact]
    public void Run_AnyThreads_SameTrace()
    {
        string one = Search("random,re,nre", "seconds=30000", "--runs", "6", "--trace", "-", "--threads", "1").Output;

        Assert.Equal(one, Search("random,re,nre", "seconds=30000", "--runs", "6", "--trace", "-", "--threads", "4").Output);
        Assert.NotEqual(one, Search("random,re,nre", "seconds=30000", "--runs", "6", "--trace", "-", "--seed", "1").Output);
    }

    [Fact]
    public void Shards_Merged_AreTheWholeToTheByte()
    {
        string[] search = ["--runs", "5", "--format", "parquet"];
        Search("random,re", "seconds=30000", [.. search, "--out", space.Folder["whole"]]);
        string[] parts = ["part1", "part2", "part3"];
        for (int part = 1; part <= parts.Length; part++)
        {
            Search("random,re", "seconds=30000", [.. search, "--out", space.Folder[parts[part - 1]], "--shard", $"{part}/3"]);
        }

        Cli.Run(["search", "--merge", .. parts.Select(part => space.Folder[part]), "--out", space.Folder["merged"]]).Expect(ExitCode.Done);

        foreach (string name in (string[])["evaluations.parquet", "incumbents.parquet", "settings.json"])
        {
            Assert.Equal(File.ReadAllBytes(space.Folder["whole", name]), File.ReadAllBytes(space.Folder["merged", name]));
        }

        Cli.Run("search", "--merge", space.Folder["part1"], space.Folder["part2"], "--out", space.Folder["short"])
            .ExpectFailure(ExitCode.InputFailed, "runs are in none of the folders");
    }

    [Fact]
    public void Out_StoppedSearch_GoesOnToTheSameBytes()
    {
        Search("random,re", "seconds=30000", "--runs", "4", "--out", space.Folder["once"], "--format", "csv");
        Search("random,re", "seconds=30000", "--runs", "4", "--out", space.Folder["again"], "--format", "csv");
        File.Delete(space.Folder["again", "evaluations.csv"]);
        string[] runs = Directory.GetFiles(space.Folder["again", "runs"]);
        File.Delete(runs[1]);
        File.Delete(runs[6]);

        CliResult result = Search("random,re", "seconds=30000", "--runs", "4", "--out", space.Folder["again"], "--format", "csv");

        Assert.Contains("6 of 8 runs are there from before", result.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(space.Folder["once", "evaluations.csv"]), File.ReadAllBytes(space.Folder["again", "evaluations.csv"]));
        Cli.Run(Arguments("random,re", "seconds=30000", "--runs", "5", "-q", "--out", space.Folder["again"]))
            .ExpectFailure(ExitCode.Usage, "\"runs\": 4 there, \"runs\": 5 here");
    }

    [Fact]
    public void Export_WholeAndMerged_SameFiles()
    {
        string[] exports = ["--export", "nas-benchmarks", "--export", "kurobako"];
        Search("random,hyperband", "epochs=1620", ["--runs", "3", "--out", space.Folder["exported"], .. exports]);
        string[] parts = ["exported1", "exported2"];
        for (int part = 1; part <= parts.Length; part++)
        {
            string[] shard = ["--runs", "3", "--out", space.Folder[parts[part - 1]], "--shard", $"{part}/2", .. exports];
            Assert.Contains("results are written when all are", Search("random,hyperband", "epochs=1620", shard).Error, StringComparison.Ordinal);
        }

        Cli.Run(["search", "--merge", .. parts.Select(part => space.Folder[part]), "--out", space.Folder["exportedall"], .. exports]).Expect(ExitCode.Done);

        string[] files = Names("exported");
        Assert.Contains(Path.Combine("nas_benchmarks", "random_search", "run_2.json"), files);
        Assert.Contains("kurobako.jsonl", files);
        Assert.Equal(files, Names("exportedall"));
        foreach (string name in files.Where(name => name != "summary.json"))
        {
            // The one value that is a real time.
            Assert.Equal(WithoutOwnTime(space.Folder["exported", name]), WithoutOwnTime(space.Folder["exportedall", name]));
        }

        string[] Names(string folder) =>
        [
            .. Directory.GetFiles(space.Folder[folder], "*", SearchOption.AllDirectories)
                .Where(name => !name.EndsWith(".run", StringComparison.Ordinal))
                .Select(name => Path.GetRelativePath(space.Folder[folder], name))
                .Order(StringComparer.Ordinal),
        ];
    }

    [Theory]
    [InlineData("--export: 'naszilla' is not one of nas-benchmarks, kurobako", "--export", "naszilla", "--out", "x")]
    [InlineData("--export: needs --out", "--export", "kurobako")]
    public void Export_Mistake_OneLineAndWrongUsage(string message, params string[] arguments) =>
        Cli.Run(Arguments("random", "evaluations=3", [.. arguments])).ExpectFailure(ExitCode.Usage, message);

    [Fact]
    public void Out_DamagedRun_SaysWhichFileAndLosesNothing()
    {
        string[] search = ["--runs", "3", "-q", "--out", space.Folder["damaged"]];
        Search("random", "evaluations=20", search);
        string[] runs = [.. Directory.GetFiles(space.Folder["damaged", "runs"]).Order(StringComparer.Ordinal)];
        byte[] good = File.ReadAllBytes(runs[1]);
        File.WriteAllBytes(runs[1], good[..(good.Length / 2)]);

        Cli.Run(Arguments("random", "evaluations=20", search)).ExpectFailure(ExitCode.InputFailed, runs[1]);
        Cli.Run("search", "-q", "--merge", space.Folder["damaged"], "--out", space.Folder["undamaged"]).ExpectFailure(ExitCode.InputFailed, runs[1]);

        File.Delete(runs[1]);
        Search("random", "evaluations=20", search);

        Assert.Equal(good.Length, File.ReadAllBytes(runs[1]).Length);
    }

    [Fact]
    public void Kubernetes_EachIndexInTurn_MakesTheWhole()
    {
        Search("random,re", "seconds=30000", "--runs", "5", "--out", space.Folder["pods-whole"]);
        for (int index = 0; index < 4; index++)
        {
            Cli pod = new() { Variables = { ["JOB_COMPLETION_INDEX"] = $"{index}" } };
            string[] search = Arguments("random,re", "seconds=30000", "--runs", "5", "--shards", "4", "--out", space.Folder["pods"]);
            Assert.Contains($"shard {index + 1}/4 of the indexed job", pod.With(search).Expect(ExitCode.Done).Error, StringComparison.Ordinal);
        }

        foreach (string name in (string[])["evaluations.parquet", "incumbents.parquet", "settings.json"])
        {
            Assert.Equal(File.ReadAllBytes(space.Folder["pods-whole", name]), File.ReadAllBytes(space.Folder["pods", name]));
        }
    }

    [Fact]
    public void Settings_OfAFolder_RunAgainToTheByte()
    {
        Search("re", "evaluations=40", "--runs", "2", "--set", "population_size=7", "--seed", "3", "--out", space.Folder["first"], "--format", "csv");

        Cli.Run("search", space.File, "--settings", space.Folder["first", "settings.json"], "--out", space.Folder["second"], "--format", "csv")
            .Expect(ExitCode.Done);

        Assert.Equal(File.ReadAllBytes(space.Folder["first", "evaluations.csv"]), File.ReadAllBytes(space.Folder["second", "evaluations.csv"]));
        Cli.Run("search", Samples.TinyFile, "-q", "--settings", space.Folder["first", "settings.json"])
            .ExpectFailure(ExitCode.Usage, "was run against other data");
        Cli.Run("search", space.File, "--settings", space.File).ExpectFailure(ExitCode.InputFailed, "is not the settings of a search");
    }

    [Fact]
    public void Clusters_Variables_ChooseTheShard()
    {
        Cli slurm = new()
        {
            Variables =
            {
                ["SLURM_ARRAY_TASK_ID"] = "7",
                ["SLURM_ARRAY_TASK_MIN"] = "3",
                ["SLURM_ARRAY_TASK_STEP"] = "2",
                ["SLURM_ARRAY_TASK_COUNT"] = "3",
            },
        };
        Cli kubernetes = new() { Variables = { ["JOB_COMPLETION_INDEX"] = "1" } };
        string[] search = Arguments("random", "evaluations=5", "--runs", "6");

        Assert.Contains(
            "shard 3/3 of the Slurm array", slurm.With([.. search, "--out", space.Folder["slurm"]]).Expect(ExitCode.Done).Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(space.Folder["slurm", "runs"]).Length);
        Assert.Contains(
            "shard 2/4 of the indexed job",
            kubernetes.With([.. search, "--out", space.Folder["kubernetes"], "--shards", "4"]).Expect(ExitCode.Done).Error,
            StringComparison.Ordinal);
        kubernetes.With([.. search, "-q", "--out", space.Folder["kubernetes"]]).ExpectFailure(ExitCode.Usage, "--shards: how many?");
        slurm.With([.. search, "-q"]).ExpectFailure(ExitCode.Usage, "needs --out");
    }

    [Fact]
    public void Notebook_Profile_IsNamedAndSeededByRun()
    {
        JsonElement json = Search("random,re", "seconds=30000", "--profile", "notebook", "--runs", "2", "--seed", "4", "--trace", "-").Output is var trace
            ? Parse(Lines(trace)[0])
            : default;
        string[] second = Lines(Search("random", "seconds=30000", "--profile", "notebook", "--seed", "5", "--trace", "-").Output);

        Assert.Equal("random", Text(json, "algorithm"));
        Assert.Equal(second.Select(Hash), Lines(trace).Where(line => Text(Parse(line), "algorithm") == "random" && Run(Parse(line)) == 1).Select(Hash));
    }

    [Theory]
    [InlineData("accuracy,parameters", "trainable_parameters")]
    [InlineData("accuracy,time", "training_time")]
    public void Objectives_Two_TellFrontsAlsoAfterMerging(string objectives, string second)
    {
        string name = objectives.Replace(',', '-');
        string[] search = ["--runs", "3", "--objectives", objectives, "--json"];
        JsonElement json = Search("random,re", "evaluations=40", [.. search, "--out", space.Folder[name]]).Json;
        for (int part = 1; part <= 2; part++)
        {
            Search("random,re", "evaluations=40", [.. search, "--out", space.Folder[$"{name}{part}"], "--shard", $"{part}/2"]);
        }

        JsonElement merged = Cli.Run(
            "search", "--merge", space.Folder[$"{name}1"], space.Folder[$"{name}2"], "--out", space.Folder[$"{name}-merged"], "--json")
            .Expect(ExitCode.Done).Json;

        Assert.Equal(objectives, Text(json, "objectives"));
        double exact = json.GetProperty("hypervolume_scale").GetProperty("exact").GetDouble();
        Assert.True(json.GetProperty("hypervolume_scale").GetProperty(second).GetDouble() > 0);
        foreach ((JsonElement one, JsonElement other) in json.GetProperty("algorithms").EnumerateArray().Zip(merged.GetProperty("algorithms").EnumerateArray()))
        {
            Assert.Equal(one.GetProperty("front").GetRawText(), other.GetProperty("front").GetRawText());
            Assert.Equal(3, one.GetProperty("front").GetArrayLength());
            Assert.InRange(one.GetProperty("hypervolume").GetProperty("mean").GetDouble(), 0, exact);
            Assert.InRange(one.GetProperty("relative_hypervolume").GetProperty("max").GetDouble(), 0, 1);
            JsonElement cell = one.GetProperty("front")[0].GetProperty("cells")[0];
            Assert.True(cell.GetProperty(second).GetDouble() > 0);
            Assert.InRange(cell.GetProperty("mean_test_accuracy").GetDouble(), 0, 1);
        }
    }

    [Fact]
    public void Rules_OfPayment_AreTold()
    {
        JsonElement json = Search(
            "re", "evaluations=30", "--pay-final", "--incumbent", "mean", "--count-invalid", "--baseline", "--dedup", "class", "--json").Json;

        Assert.Equal(["re-dedup", "random-dedup"], json.GetProperty("algorithms").EnumerateArray().Select(one => Text(one, "algorithm")));
        Assert.Equal("mean", Text(json, "incumbent"));
        Assert.True(json.GetProperty("pay_final").GetBoolean() && json.GetProperty("count_invalid").GetBoolean());
        Assert.False(json.GetProperty("resume_credit").GetBoolean() || json.GetProperty("add_overhead").GetBoolean());
        Assert.Equal("paper, tuned on this benchmark", Text(json.GetProperty("algorithms")[0], "profile_text"));
        Assert.Equal("any", Text(json.GetProperty("algorithms")[0].GetProperty("settings"), "incumbent"));
        Search("re", "evaluations=5", "--add-overhead", "--json");
        Cli.Run(Arguments("re", "evaluations=5", "-q", "--add-overhead", "--out", space.Folder["overhead"])).ExpectFailure(ExitCode.Usage, "add-overhead");
        Assert.False(Directory.Exists(space.Folder["overhead"]));
    }

    [Theory]
    [InlineData("halving")]
    [InlineData("hyperband")]
    [InlineData("bohb")]
    [InlineData("asha")]
    [InlineData("dehb")]
    public void Run_FileOf108EpochsAlone_SaysWhichItNeeds(string algorithm)
    {
        string file = space.Folder[$"only108-{algorithm}.tfrecord"];
        Cli.Run("synth", file, "--epochs", "108", "--max-vertices", "4", "-q").Expect(ExitCode.Done);

        Cli.Run("search", file, "-q", "--algorithm", algorithm, "--budget", "evaluations=3")
            .ExpectFailure(ExitCode.Usage, "needs data of 36, 108 epochs");
        Cli.Run("search", file, "-q", "--algorithm", "re", "--budget", "evaluations=3", "--set", "epochs=36")
            .ExpectFailure(ExitCode.Usage, "the data hold no training of 36 epochs, only of 108");
    }

    [Theory]
    [InlineData("did you mean hyperband?", "--algorithm", "hyperbnd")]
    [InlineData("add-overhead adds the strategy's time to that of one worker", "--algorithm", "re", "--add-overhead", "--workers", "2")]
    [InlineData("resume-credit does not go with it", "--algorithm", "re", "--resume-credit", "--incumbent", "mean")]
    [InlineData("there is no algorithm 'rr'", "--algorithm", "rr")]
    [InlineData("did you mean population_size?", "--algorithm", "re", "--set", "populaton_size=3")]
    [InlineData("re: population_size must be a whole number from 1 to 1000000, not '0'", "--algorithm", "re", "--set", "population_size=0")]
    [InlineData("is not NAME=VALUE", "--algorithm", "re", "--set", "population_size")]
    [InlineData("nre is not one of the algorithms that are run", "--algorithm", "re", "--set", "nre.population_size=3")]
    [InlineData("the profile notebook does not define nre; these do: paper, naszilla", "--algorithm", "nre", "--profile", "notebook")]
    [InlineData("re does not run on the encoding c", "--algorithm", "re", "--encoding", "c")]
    [InlineData("the data hold no training of 13 epochs", "--algorithm", "re", "--set", "epochs=13")]
    [InlineData("--shard: '3/2' is not I/N", "--algorithm", "re", "--shard", "3/2")]
    public void Run_Mistake_OneLineAndWrongUsage(string message, params string[] arguments) =>
        Cli.Run(["search", space.File, "--budget", "evaluations=3", .. arguments]).ExpectFailure(ExitCode.Usage, message);

    [Fact]
    public void Run_OutputFails_ExitCodeOfOutput()
    {
        File.WriteAllText(space.Folder["file"], "");

        Cli.Run(Arguments("random", "evaluations=3", "-q", "--out", space.Folder["file", "below"])).ExpectFailure(ExitCode.OutputFailed, "cannot be written");
    }

    [Fact]
    public void Table_Terminal_NamesAlgorithmsAndPairs()
    {
        string output = Search("random,re", "seconds=30000", "--runs", "3").Output;

        Assert.Contains("values synthetic", output, StringComparison.Ordinal);
        Assert.Contains("random, re", output, StringComparison.Ordinal);
        Assert.Contains("s to 0.01", output, StringComparison.Ordinal);
        Assert.Contains("the best validation accuracy seen, epochs: any", output, StringComparison.Ordinal);
    }

    private static string WithoutOwnTime(string path) => Regex.Replace(File.ReadAllText(path), "\"ask_elapsed\":[^,}]*", "");

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static int Run(JsonElement line) => line.GetProperty("run").GetInt32();

    private static string? Hash(string line) => Text(Parse(line), "module_hash");

    private static string[] Lines(string output) => output.TrimEnd('\n').Split('\n');

    private string[] Arguments(string algorithms, string budget, params string[] others) =>
        ["search", space.File, "--algorithm", algorithms, "--budget", budget, .. others];

    private CliResult Search(string algorithms, string budget, params string[] others) => Cli.Run(Arguments(algorithms, budget, others)).Expect(ExitCode.Done);
}
