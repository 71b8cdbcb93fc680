using System.Text.Json;
using NasBench.Data;

namespace NasBench.Cli.Tests.Commands;

public class VerifyCommandTests
{
    [Theory]
    [InlineData("synth_tiny", 2400)]
    [InlineData("synth_tiny_sorted", 2400)]
    [InlineData("synth_tiny_plain64", 2400)]
    [InlineData("synth_tiny_ckpt", 2400)]
    public void Json_GoodFile_IsOkAndSynthetic(string name, int records)
    {
        CliResult result = Cli.Run("verify", TestFiles.Vector(name + ".tfrecord"), "--json").Expect(ExitCode.Done);

        Assert.Equal(
            $$"""{"ok":true,"records":{{records}},"faults":[],"fault_count":0,"notes":[],"cells":200,"provenance":"synthetic"}""" + "\n", result.Output);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("adjacency_not_square", 1, 0, 0, "bad_graph")]
    [InlineData("bad_base64", 1, 0, 0, "bad_base64")]
    [InlineData("bad_data_crc_row2", 4, 2, 834, "bad_data_crc")]
    [InlineData("hash_not_of_graph", 1, 0, 0, "hash_mismatch")]
    [InlineData("not_json", 2, 1, 417, "bad_json")]
    [InlineData("truncated_in_data", 4, 3, 1251, "truncated_data")]
    [InlineData("truncated_in_header", 5, 4, 1669, "truncated_header")]
    [InlineData("two_evaluations_only", 1, 0, 0, "wrong_evaluations")]
    [InlineData("unmasked_crc_row0", 1, 0, 0, "bad_length_crc")]
    public void Json_DamagedFile_ListsTheFault(string name, int records, int record, int offset, string kind)
    {
        CliResult result = Cli.Run("verify", Samples.Corrupt(name), "--json").Expect(ExitCode.No);

        JsonElement report = result.Json;
        Assert.False(report.GetProperty("ok").GetBoolean());
        Assert.Equal(records, report.GetProperty("records").GetInt32());
        JsonElement fault = Assert.Single(report.GetProperty("faults").EnumerateArray());
        Assert.Equal(["record", "offset", "kind", "message"], fault.EnumerateObject().Select(field => field.Name));
        Assert.Equal(record, fault.GetProperty("record").GetInt32());
        Assert.Equal(offset, fault.GetProperty("offset").GetInt32());
        Assert.Equal(kind, fault.GetProperty("kind").GetString());
        Assert.Contains($"record {record} at byte {offset}", result.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("expected", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_EmptyFile_IsExitCodeThree() =>
        Cli.Run("verify", Samples.Corrupt("empty"), "--json").ExpectFailure(ExitCode.InputFailed, "empty");

    [Fact]
    public void Json_FramingFault_SaysThatCheckingStopped() =>
        Assert.Contains(
            "checking stopped here", Cli.Run("verify", Samples.Corrupt("unmasked_crc_row0")).Expect(ExitCode.No).ErrorLine, StringComparison.Ordinal);

    [Fact]
    public void Json_CellsWithFewerRepeats_AreNotesNoFault()
    {
        using TemporaryFolder folder = new();
        // The second file lacks the records of the first cell at 4 epochs that the first one has.
        byte[] whole = File.ReadAllBytes(TestFiles.Vector("synth_tiny_sorted.tfrecord"));
        int first = 12 + BitConverter.ToInt32(whole, 0) + 4;
        File.WriteAllBytes(folder["less.tfrecord"], whole[first..]);
        JsonElement report = Cli.Run("verify", folder["less.tfrecord"], "--json").Expect(ExitCode.Done).Json;

        Assert.True(report.GetProperty("ok").GetBoolean());
        JsonElement note = Assert.Single(report.GetProperty("notes").EnumerateArray());
        Assert.Equal(["hash", "epochs", "repeats", "message"], note.EnumerateObject().Select(field => field.Name));
        Assert.Equal(4, note.GetProperty("epochs").GetInt32());
        Assert.Equal(2, note.GetProperty("repeats").GetInt32());
    }

    [Fact]
    public void Json_NasBenchRsFile_IsOkAndCounted()
    {
        using TemporaryFolder folder = new();
        Cli.Run("convert", Samples.TinyFile, folder["x.bin"]).Expect(ExitCode.Done);

        Assert.Equal(
            """{"ok":true,"records":2400,"faults":[],"fault_count":0,"notes":[],"cells":200,"provenance":"unknown"}""" + "\n",
            Cli.Run("verify", folder["x.bin"], "--json").Expect(ExitCode.Done).Output);
    }

    [Fact]
    public void Json_DamagedNasBenchRsFile_NamesTheFirstFault()
    {
        using TemporaryFolder folder = new();
        Cli.Run("convert", Samples.RealFile, folder["x.bin"]).Expect(ExitCode.Done);
        byte[] bytes = File.ReadAllBytes(folder["x.bin"]);
        bytes[30] ^= 1;
        CliResult result = Cli.Run("verify", folder.Write("x.bin", bytes), "--json").Expect(ExitCode.No);

        JsonElement fault = Assert.Single(result.Json.GetProperty("faults").EnumerateArray());
        Assert.Equal("hash_mismatch", fault.GetProperty("kind").GetString());
        Assert.Equal((0, 15), (fault.GetProperty("record").GetInt32(), fault.GetProperty("offset").GetInt32()));
        Assert.Contains("record 0 at byte 15", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_ImpossibleValue_IsAFaultAndIsNotLoaded()
    {
        using TemporaryFolder folder = new();
        WriteRecords(folder["x.tfrecord"], [4, 12, 36], epochs => epochs == 12 ? -1e200 : 0.5);
        CliResult result = Cli.Run("verify", folder["x.tfrecord"], "--json").Expect(ExitCode.No);

        JsonElement fault = Assert.Single(result.Json.GetProperty("faults").EnumerateArray());
        Assert.Equal("impossible_value", fault.GetProperty("kind").GetString());
        Assert.Equal(1, fault.GetProperty("record").GetInt32());
        Assert.Equal("the final test accuracy is -1E+200, expected a fraction from 0 to 1", fault.GetProperty("message").GetString());
        Cli.Run("info", folder["x.tfrecord"]).ExpectFailure(ExitCode.InputFailed, "record 1 at byte");
    }

    /// <summary>It took time that grew with the square of their number: 18 seconds for 64.</summary>
    [Fact]
    public void Json_ManyNumbersOfEpochs_AreCheckedAtOnce()
    {
        using TemporaryFolder folder = new();
        WriteRecords(folder["x.tfrecord"], Enumerable.Range(1, RecordConsistency.MaxEpochsValues), _ => 0.5);
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        JsonElement report = Cli.Run("verify", folder["x.tfrecord"], "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(RecordConsistency.MaxEpochsValues, report.GetProperty("records").GetInt32());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        Cli.Run("info", folder["x.tfrecord"]).Expect(ExitCode.Done);
    }

    /// <summary>Loading refused such a file that verification had found right.</summary>
    [Fact]
    public void Json_TooManyNumbersOfEpochs_AreAFaultAndAreNotLoaded()
    {
        using TemporaryFolder folder = new();
        WriteRecords(folder["x.tfrecord"], Enumerable.Range(1, 3000), _ => 0.5);
        CliResult result = Cli.Run("verify", folder["x.tfrecord"], "--json").Expect(ExitCode.No);

        Assert.Equal(3000, result.Json.GetProperty("records").GetInt32());
        Assert.Equal(3000 - RecordConsistency.MaxEpochsValues, result.Json.GetProperty("fault_count").GetInt32());
        JsonElement fault = result.Json.GetProperty("faults")[0];
        Assert.Equal("bad_epochs", fault.GetProperty("kind").GetString());
        Assert.Equal(RecordConsistency.MaxEpochsValues, fault.GetProperty("record").GetInt32());
        Assert.Equal("65 epochs are one number of epochs too many, expected at most 64 different ones", fault.GetProperty("message").GetString());
        Cli.Run("info", folder["x.tfrecord"]).ExpectFailure(ExitCode.InputFailed, "record 64 at byte");
    }

    /// <summary>Writes a record of one cell for each number of epochs.</summary>
    private static void WriteRecords(string path, IEnumerable<int> epochs, Func<int, double> testAccuracy)
    {
        const int Index = 6;
        RecordEncoder encoder = new();
        using TfRecordWriter writer = TfRecordWriter.Create(path);
        foreach (int number in epochs)
        {
            NasRecord record = new()
            {
                Hash = Space<Nas101>.HashAt(Index),
                Cell = Space<Nas101>.CellAt(Index),
                Epochs = number,
                TrainableParameters = (int)CellCosts.TrainableParametersAt(Index),
                TotalTime = 100,
                Initial = new Evaluation(0, 0, 0.1, 0.1, 0.1),
                Halfway = new Evaluation(number / 2.0, 40, 0.25, 0.25, 0.25),
                Final = new Evaluation(number, 80, 0.5, 0.5, testAccuracy(number)),
            };
            writer.Write(encoder.Encode(record));
        }

        writer.Complete();
    }

    [Theory]
    [InlineData("PAR1", "Parquet")]
    [InlineData("ARROW1", "Arrow")]
    [InlineData("\u0089HDF\r\n", "HDF5")]
    public void Verify_FormatThatIsNotRead_IsExitCodeThree(string opening, string format)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("x", System.Text.Encoding.Latin1.GetBytes(opening));

        Cli.Run("verify", path).ExpectFailure(ExitCode.InputFailed, $"of the format {format}, which is not read");
    }

    /// <summary>Only TFRecord files can be official: a progress bar tells what is being done.</summary>
    [Fact]
    public void Verify_UnknownProvenance_HashesOnlyTfRecordFiles()
    {
        using TemporaryFolder folder = new();
        Cli.Run("convert", Samples.RealFile, folder["x.nasb"]).Expect(ExitCode.Done);
        Cli.Run("convert", Samples.RealFile, folder["x.bin"]).Expect(ExitCode.Done);
        Cli terminal = new() { IsErrorTerminal = true };

        Assert.Contains("SHA-256", terminal.With("verify", Samples.RealFile).Expect(ExitCode.Done).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SHA-256", terminal.With("verify", folder["x.nasb"]).Expect(ExitCode.Done).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("SHA-256", terminal.With("verify", folder["x.bin"]).Expect(ExitCode.Done).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Builtin_IsUsageError() => Cli.Run("verify", "builtin").ExpectFailure(ExitCode.Usage, "built-in");

    [Fact]
    public void Table_GoodFile_SaysSo() =>
        Assert.Contains("no fault found", Cli.Run("verify", Samples.TinyFile).Expect(ExitCode.Done).Output, StringComparison.Ordinal);
}
