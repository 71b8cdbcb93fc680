using System.Security.Cryptography;
using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

public sealed class ConvertCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_TfRecordToCompactAndBack_IsTheSameFile()
    {
        string source = TestFiles.Vector("synth_tiny_sorted.tfrecord");
        JsonElement there = Cli.Run("convert", source, _folder["x.nasb"], "--json").Expect(ExitCode.Done).Json;
        JsonElement back = Cli.Run("convert", _folder["x.nasb"], _folder["x.tfrecord"], "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(source))),
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder["x.tfrecord"]))));
        Assert.Equal(["path", "records", "cells", "bytes_in", "bytes_out", "seconds", "provenance"], there.EnumerateObject().Select(field => field.Name));
        Assert.Equal(2400, there.GetProperty("records").GetInt32());
        Assert.Equal(200, there.GetProperty("cells").GetInt32());
        Assert.Equal(926_268, there.GetProperty("bytes_in").GetInt32());
        Assert.Equal(new FileInfo(_folder["x.nasb"]).Length, there.GetProperty("bytes_out").GetInt64());
        Assert.Equal("synthetic", there.GetProperty("provenance").GetString());
        Assert.Equal("synthetic", back.GetProperty("provenance").GetString());
        Assert.Equal(926_268, back.GetProperty("bytes_out").GetInt32());
    }

    [Fact]
    public void Convert_TwiceOrByAnotherWay_GivesTheSameBytes()
    {
        Cli.Run("convert", TestFiles.Vector("synth_tiny_ckpt.tfrecord"), _folder["a.nasb"]).Expect(ExitCode.Done);
        Cli.Run("convert", TestFiles.Vector("synth_tiny_ckpt.tfrecord"), _folder["b.nasb"]).Expect(ExitCode.Done);
        Cli.Run("convert", _folder["a.nasb"], _folder["c.nasb"]).Expect(ExitCode.Done);

        Assert.Equal(File.ReadAllBytes(_folder["a.nasb"]), File.ReadAllBytes(_folder["b.nasb"]));
        Assert.Equal(File.ReadAllBytes(_folder["a.nasb"]), File.ReadAllBytes(_folder["c.nasb"]));
    }

    [Fact]
    public void Convert_NasBenchRs_BothWays()
    {
        Cli.Run("convert", Samples.TinyFile, _folder["x.bin"]).Expect(ExitCode.Done);
        Cli.Run("convert", _folder["x.bin"], _folder["x.nasb"]).Expect(ExitCode.Done);
        Cli.Run("convert", _folder["x.nasb"], _folder["y.bin"]).Expect(ExitCode.Done);

        Assert.Equal(File.ReadAllBytes(_folder["x.bin"]), File.ReadAllBytes(_folder["y.bin"]));
        JsonElement info = Cli.Run("info", _folder["x.bin"], "--json").Expect(ExitCode.Done).Json;
        Assert.Equal("nasbench-rs", info.GetProperty("format").GetString());
        Assert.Equal("unknown", info.GetProperty("provenance").GetString());
        Assert.True(Cli.Run("verify", _folder["x.bin"], "--json").Expect(ExitCode.Done).Json.GetProperty("ok").GetBoolean());
        byte[] bytes = File.ReadAllBytes(_folder["x.bin"]);
        File.WriteAllBytes(_folder["x.bin"], bytes[..^1]);
        Cli.Run("verify", _folder["x.bin"]).Expect(ExitCode.No);
        Cli.Run("info", _folder["x.bin"]).ExpectFailure(ExitCode.InputFailed, "[truncated_data]");
    }

    [Fact]
    public void Info_CompactFile_ListsSections()
    {
        Cli.Run("convert", TestFiles.Vector("synth_tiny_sorted.tfrecord"), _folder["x.nasb"], "--sha256").Expect(ExitCode.Done);
        JsonElement info = Cli.Run("info", _folder["x.nasb"], "--json").Expect(ExitCode.Done).Json;

        Assert.Equal("nasb", info.GetProperty("format").GetString());
        Assert.Equal("synthetic", info.GetProperty("provenance").GetString());
        Assert.Equal([4, 12, 36, 108], info.GetProperty("epochs").EnumerateArray().Select(epochs => epochs.GetInt32()));
        Assert.Equal(new FileInfo(_folder["x.nasb"]).Length, info.GetProperty("bytes").GetInt64());
        Assert.Equal("e280f8d13c75b3e58ecf1860391631dcb450ca030742126cdaf695eb6d1f0ffa", info.GetProperty("source").GetProperty("sha256").GetString());
        Assert.Equal(
            [
                "runs-4 True", "runs-12 True", "runs-36 True", "runs-108 True", "hashes True", "hash-index True", "parameters True", "cells True",
                "details-4 False", "details-12 False", "details-36 False", "details-108 False",
            ],
            info.GetProperty("sections").EnumerateArray().Select(section => $"{section.GetProperty("name")} {section.GetProperty("hot")}"));
        Assert.Contains("runs-108", Cli.Run("info", _folder["x.nasb"]).Expect(ExitCode.Done).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Query_CompactFile_AnswersAsTheOriginalFile()
    {
        Cli.Run("convert", Samples.TinyFile, _folder["x.nasb"]).Expect(ExitCode.Done);
        Cli.Run("convert", Samples.TinyFile, _folder["x.tfrecord"]).Expect(ExitCode.Done);
        string hash = FirstHash(_folder["x.tfrecord"]);
        foreach (string repeat in (string[])["0", "2", "mean", "all"])
        {
            string[] question = ["--hash", hash, "--epochs", "12", "--repeat", repeat, "--json"];
            Assert.Equal(Cli.Run(["query", Samples.TinyFile, .. question]), Cli.Run(["query", _folder["x.nasb"], .. question]));
        }
    }

    [Fact]
    public void Verify_CompactFile_FindsDamage()
    {
        Cli.Run("convert", Samples.TinyFile, _folder["x.nasb"]).Expect(ExitCode.Done);
        JsonElement good = Cli.Run("verify", _folder["x.nasb"], "--json").Expect(ExitCode.Done).Json;
        byte[] bytes = File.ReadAllBytes(_folder["x.nasb"]);
        bytes[5000] ^= 1;
        File.WriteAllBytes(_folder["x.nasb"], bytes);
        CliResult bad = Cli.Run("verify", _folder["x.nasb"], "--json").Expect(ExitCode.No);

        Assert.True(good.GetProperty("ok").GetBoolean());
        Assert.Equal(2400, good.GetProperty("records").GetInt32());
        Assert.Equal("synthetic", good.GetProperty("provenance").GetString());
        Assert.False(bad.Json.GetProperty("ok").GetBoolean());
        Assert.Equal("bad_checksum", bad.Json.GetProperty("faults")[0].GetProperty("kind").GetString());
        Assert.Contains("[bad_checksum]", bad.ErrorLine, StringComparison.Ordinal);
        Cli.Run("query", _folder["x.nasb"], "--hash", Samples.FirstHash).ExpectFailure(ExitCode.InputFailed, "[bad_checksum]");
        Cli.Run("info", _folder["x.nasb"], "--no-verify").Expect(ExitCode.Done);
    }

    [Fact]
    public void Convert_UnknownEnding_IsWrongUsage() =>
        Cli.Run("convert", Samples.TinyFile, _folder["x.pickle"]).ExpectFailure(ExitCode.Usage, "x.pickle: no format has this ending");

    [Fact]
    public void Convert_DamagedInput_LeavesNoFile()
    {
        Cli.Run("convert", Samples.Corrupt("bad_base64"), _folder["x.nasb"]).ExpectFailure(ExitCode.InputFailed, "record 0 at byte 0");
        Cli.Run("convert", _folder["missing"], _folder["x.nasb"]).ExpectFailure(ExitCode.InputFailed, "no such file");

        Assert.Empty(Directory.GetFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public void Convert_NoPlaceForTheOutput_IsExitCodeFour()
    {
        Cli.Run("convert", Samples.TinyFile, _folder["no", "such", "x.nasb"]).ExpectFailure(ExitCode.OutputFailed, "cannot be written");
        Cli.Run("convert", Samples.TinyFile, "/dev/full", "--format", "nasb").ExpectFailure(ExitCode.OutputFailed, "device");
    }

    [Theory]
    [InlineData("nasb")]
    [InlineData("tfrecord")]
    public void Convert_OntoItsInput_IsRefused(string ending)
    {
        Cli.Run("convert", Samples.TinyFile, _folder["x." + ending]).Expect(ExitCode.Done);
        byte[] bytes = File.ReadAllBytes(_folder["x." + ending]);
        File.CreateSymbolicLink(_folder["link." + ending], _folder["x." + ending]);

        Cli.Run("convert", _folder["x." + ending], _folder["x." + ending]).ExpectFailure(ExitCode.Usage, "the same file");
        Cli.Run("convert", _folder["x." + ending], Path.Combine(_folder.FullPath, ".", "x." + ending)).ExpectFailure(ExitCode.Usage, "the same file");
        Cli.Run("convert", _folder["link." + ending], _folder["x." + ending]).ExpectFailure(ExitCode.Usage, "the same file");
        Cli.Run("convert", _folder["x." + ending], _folder["link." + ending]).ExpectFailure(ExitCode.Usage, "the same file");
        Assert.Equal(bytes, File.ReadAllBytes(_folder["x." + ending]));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.FullPath).Length);
    }

    [Fact]
    public void Convert_ExistingFileAndLink_AreReplacedAndFollowed()
    {
        File.WriteAllText(_folder["old one.nasb"], "old");
        File.CreateSymbolicLink(_folder["a link.nasb"], _folder["old one.nasb"]);
        Cli.Run("convert", Samples.TinyFile, _folder["new one.nasb"]).Expect(ExitCode.Done);
        Cli.Run("convert", Samples.TinyFile, _folder["a link.nasb"]).Expect(ExitCode.Done);

        Assert.NotNull(new FileInfo(_folder["a link.nasb"]).LinkTarget);
        Assert.Equal(File.ReadAllBytes(_folder["new one.nasb"]), File.ReadAllBytes(_folder["old one.nasb"]));
    }

    [Fact]
    public void Convert_OutputThatWillNotDo_IsRefusedBeforeReading()
    {
        Directory.CreateDirectory(_folder["folder.nasb"]);

        Cli.Run("convert", _folder["missing"], _folder["folder.nasb"]).ExpectFailure(ExitCode.OutputFailed, "it is a folder");
        Cli.Run("convert", _folder["missing"], _folder.FullPath, "--format", "syne-tune").ExpectFailure(ExitCode.OutputFailed, "it is a folder");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such devices on Windows");
        Cli.Run("convert", _folder["missing"], "/dev/null", "--format", "nasb").ExpectFailure(ExitCode.OutputFailed, "device");
        Cli.Run("convert", _folder["missing"], "/dev/null", "--format", "parquet").ExpectFailure(ExitCode.OutputFailed, "device");
    }

    [Theory]
    [InlineData("tfrecord")]
    [InlineData("bin")]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void Convert_ToADevice_LeavesItADevice(string format)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no such devices on Windows");
        CliResult result = Cli.Run("convert", Samples.TinyFile, "/dev/null", "--format", format, "--json").Expect(ExitCode.Done);

        Assert.InRange(result.Json.GetProperty("bytes_out").GetInt64(), 100_000, long.MaxValue);
        Assert.Empty(File.ReadAllBytes("/dev/null"));
    }

    [Fact]
    public void Convert_BetweenAllThatIsReadAndWritten_WithSpacesInTheNames()
    {
        string[] written = ["tfrecord", "nasb", "bin", "parquet", "arrow", "csv", "jsonl", "h5"];
        Directory.CreateDirectory(_folder["a b"]);
        foreach (string ending in (string[])["tfrecord", "nasb", "bin"])
        {
            Cli.Run("convert", Samples.TinyFile, _folder["a b", "in  ü." + ending]).Expect(ExitCode.Done);
            foreach (string output in written)
            {
                JsonElement told = Cli.Run("convert", _folder["a b", "in  ü." + ending], _folder["a b", $"from {ending}.{output}"], "--json")
                    .Expect(ExitCode.Done).Json;
                Assert.Equal(2400, told.GetProperty("records").GetInt32());
                Assert.Equal(new FileInfo(_folder["a b", $"from {ending}.{output}"]).Length, told.GetProperty("bytes_out").GetInt64());
            }

            Cli.Run("convert", _folder["a b", "in  ü." + ending], _folder["a b", "syne " + ending], "--format", "syne-tune").Expect(ExitCode.Done);
        }

        foreach (string output in written[3..])
        {
            Cli.Run("convert", _folder["a b", "from nasb." + output], _folder["x.nasb"]).Expect(ExitCode.InputFailed);
        }
    }

    [Fact]
    public void Convert_NoVerify_ReadsADamagedValue()
    {
        Cli.Run("convert", Samples.TinyFile, _folder["x.nasb"]).Expect(ExitCode.Done);
        byte[] bytes = File.ReadAllBytes(_folder["x.nasb"]);
        bytes[704] ^= 1;
        File.WriteAllBytes(_folder["x.nasb"], bytes);

        Cli.Run("convert", _folder["x.nasb"], _folder["y.nasb"]).ExpectFailure(ExitCode.InputFailed, "[bad_checksum]");
        Assert.False(File.Exists(_folder["y.nasb"]));
        Cli.Run("convert", _folder["x.nasb"], _folder["y.nasb"], "--no-verify").Expect(ExitCode.Done);
    }

    [Fact]
    public void Commands_NewerVersion_AreRefusedByItsNumber()
    {
        Cli.Run("convert", Samples.TinyFile, _folder["x.nasb"]).Expect(ExitCode.Done);
        byte[] bytes = File.ReadAllBytes(_folder["x.nasb"]);
        bytes[8] = 9;
        File.WriteAllBytes(_folder["x.nasb"], bytes);

        Cli.Run("info", _folder["x.nasb"], "--no-verify").ExpectFailure(ExitCode.InputFailed, "of version 9 of its format, expected at most 1");
        Cli.Run("verify", _folder["x.nasb"], "--json").ExpectFailure(ExitCode.InputFailed, "of version 9 of its format");
        Cli.Run("query", _folder["x.nasb"], "--hash", Samples.FirstHash).ExpectFailure(ExitCode.InputFailed, "of version 9 of its format");
        Cli.Run("convert", _folder["x.nasb"], _folder["y.nasb"]).ExpectFailure(ExitCode.InputFailed, "of version 9 of its format");
    }

    [Fact]
    public void Convert_Cancelled_LeavesTheOldFile()
    {
        File.WriteAllText(_folder["x.nasb"], "old");
        using CancellationTokenSource source = new();
        source.Cancel();
        new Cli { Cancellation = source.Token }.With("convert", Samples.TinyFile, _folder["x.nasb"]).Expect(ExitCode.Interrupted);

        Assert.Equal("old", File.ReadAllText(_folder["x.nasb"]));
        Assert.Single(Directory.GetFileSystemEntries(_folder.FullPath));
    }

    [Fact]
    public void Find_WithoutFile_TellsWhatIsUsed()
    {
        Cli.Run("convert", Samples.TinyFile, _folder["nasbench_only108.nasb"]).Expect(ExitCode.Done);
        CliResult byFolder = new Cli { DataFolder = _folder.FullPath }.With("info", "--json").Expect(ExitCode.Done);
        CliResult byVariable = new Cli { Variables = { ["NASBENCH_DATA"] = Samples.TinyFile } }.With("info", "--json").Expect(ExitCode.Done);
        CliResult quiet = new Cli { DataFolder = _folder.FullPath }.With("info", "--json", "--quiet").Expect(ExitCode.Done);

        Assert.Equal("nasb", byFolder.Json.GetProperty("format").GetString());
        Assert.Equal($"using {_folder["nasbench_only108.nasb"]}", byFolder.ErrorLine);
        Assert.Equal("tfrecord", byVariable.Json.GetProperty("format").GetString());
        Assert.Equal($"using {Samples.TinyFile}", byVariable.ErrorLine);
        Assert.Empty(quiet.Error);
    }

    [Fact]
    public void Find_VariableNamesAFolder_LooksInside()
    {
        Cli inFolder = new() { Variables = { ["NASBENCH_DATA"] = _folder.FullPath } };
        CliResult nothing = inFolder.With("info").Expect(ExitCode.InputFailed);
        Cli.Run("convert", Samples.TinyFile, _folder["nasbench_full.nasb"]).Expect(ExitCode.Done);
        CliResult found = inFolder.With("info", "--json").Expect(ExitCode.Done);

        Assert.Contains($"no data set in the folder {_folder.FullPath}; expected one of nasbench_full.nasb, ", nothing.ErrorLine, StringComparison.Ordinal);
        Assert.Equal($"using {_folder["nasbench_full.nasb"]}", found.ErrorLine);
        Cli.Run("info", _folder.FullPath).ExpectFailure(ExitCode.InputFailed, "is a folder; expected a TFRecord, .nasb or .bin file");
    }

    private static string FirstHash(string sorted)
    {
        string text = File.ReadAllText(sorted);
        return text.Substring(text.IndexOf("[\"", StringComparison.Ordinal) + 2, 32);
    }
}
