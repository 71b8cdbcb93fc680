using System.Text.Json;

namespace NasBench.Cli.Tests.Commands;

/// <summary><c>bench</c> on little work: the fields, not the times.</summary>
public class BenchCommandTests
{
    private static readonly string[] s_rows =
    [
        "hash-batch", "hash-space", "hash-single", "locate-batch", "query", "hash-to-index", "load", "enumerate",
        "edit-distance-pair", "edit-distance-many", "neighbors", "random-search", "evolution", "local-search",
    ];

    /// <summary>Of the short run without a file: the same on every machine and with every instruction set.</summary>
    private const string QuickSignature = "d57d3db3d84202299642d50b1036896e";

    [Fact]
    public void Bench_NoFile_EveryRowAndNothingLeft()
    {
        int before = CountTemporaryFiles();

        JsonElement answer = Cli.Run("bench", "--quick", "--json").Expect(ExitCode.Done).Json;

        Assert.Equal(before, CountTemporaryFiles());
        Assert.NotEmpty(answer.GetProperty("machine").GetString()!);
        Assert.StartsWith("JIT, .NET ", answer.GetProperty("build").GetString(), StringComparison.Ordinal);
        Assert.Equal(QuickSignature, answer.GetProperty("signature").GetString());
        JsonElement[] rows = [.. answer.GetProperty("rows").EnumerateArray()];
        Assert.Equal(s_rows, rows.Select(row => row.GetProperty("name").GetString()!));
        Assert.All(rows, row =>
        {
            Assert.True(row.GetProperty("ns").GetDouble() > 0);
            Assert.True(row.GetProperty("straightforward_ratio").GetDouble() > 0);
            Assert.True(row.GetProperty("floor_ratio").GetDouble() > 0);
            long allocated = row.GetProperty("allocated_bytes").GetInt64();
            Assert.Equal(row.GetProperty("name").GetString() == "load", allocated > 0);
        });
    }

    [Fact]
    public void Bench_File_QueriesIt()
    {
        CliResult result = Cli.Run("bench", Samples.TinyFile, "--quick").Expect(ExitCode.Done);

        Assert.All(s_rows, row => Assert.Contains(row, result.Output, StringComparison.Ordinal));
        Assert.Contains("signature", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(QuickSignature, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bench_Rows_OnlyThese()
    {
        JsonElement answer = Cli.Run("bench", Samples.TinyFile, "--quick", "--rows", "load-two-threads,hash-by-locate,query", "--json")
            .Expect(ExitCode.Done).Json;

        Assert.Equal(
            ["load-two-threads", "hash-by-locate", "query"], answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()!));
    }

    [Fact]
    public void Bench_UnknownRow_WrongUsage() =>
        Cli.Run("bench", "--quick", "--rows", "query,quarry").ExpectFailure(ExitCode.Usage, "--rows: 'quarry' is not one of hash-batch");

    [Fact]
    public void Bench_MissingFile_InputFailed() =>
        Cli.Run("bench", "no-such-file", "--quick").ExpectFailure(ExitCode.InputFailed, "no-such-file: no such file");

    [Fact]
    public void Bench_CompactFile_InputFailed()
    {
        using TemporaryFolder folder = new();
        Cli.Run("convert", Samples.TinyFile, folder["tiny.nasb"]).Expect(ExitCode.Done);

        Cli.Run("bench", folder["tiny.nasb"], "--quick").ExpectFailure(ExitCode.InputFailed, "a compact file, but loading a TFRecord file is measured");
    }

    [Fact]
    public void Bench_DamagedFile_InputFailed() =>
        Cli.Run("bench", Samples.Corrupt("bad_data_crc_row2"), "--quick").ExpectFailure(ExitCode.InputFailed, "record 2");

    [Fact]
    public void Bench_Cancelled_InterruptedAndNothingLeft()
    {
        int before = CountTemporaryFiles();

        Assert.Equal(ExitCode.Interrupted, new Cli { Cancellation = new CancellationToken(canceled: true) }.With("bench", "--quick").Code);

        Assert.Equal(before, CountTemporaryFiles());
    }

    private static int CountTemporaryFiles() =>
        Directory.EnumerateFiles(Path.GetTempPath(), "bench.tfrecord*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).Count();
}
