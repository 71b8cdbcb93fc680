using System.Diagnostics;

namespace NasBench.Cli.Tests.Processes;

/// <summary>What only a process of its own can show: exit codes, closed pipes, signals.</summary>
public sealed class ProcessTests : ProcessTestBase
{
    [Theory]
    [InlineData(0, "inspect", "--matrix", "0100", "--ops", "input,output")]
    [InlineData(1, "inspect", "--matrix", "0000", "--ops", "input,output")]
    [InlineData(2, "frobnicate")]
    [InlineData(3, "info", "missing.tfrecord")]
    [InlineData(4, "enumerate", "--max-vertices", "2", "-o", "missing/x.tsv")]
    public void Exit_EachKindOfEnd_HasItsCode(int code, params string[] arguments)
    {
        using Process process = Start(arguments);
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);

        Assert.Equal(code, process.ExitCode);
        Assert.Equal(code < 2 ? 0 : 1, error.Count(character => character == '\n'));
    }

    [Fact]
    public void Output_ClosedByItsReader_EndsQuietly()
    {
        using Process process = Start("enumerate", "--max-vertices", "6");
        string? first = process.StandardOutput.ReadLine();
        process.StandardOutput.Close();
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);

        Assert.StartsWith("043721b9c7fe8c5fad811d47d83132ec", first, StringComparison.Ordinal);
        Assert.Empty(error);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void Output_FullDisk_IsExitCodeFour()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        using Process process = StartShell("exec \"$0\" \"$@\" > /dev/full", "enumerate", "--max-vertices", "5");
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);

        Assert.Equal(4, process.ExitCode);
        Assert.StartsWith("nasbench: standard output: cannot be written: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_TwoCommandsOneRedirection_FollowEachOther()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        using Process process = StartShell($"{{ \"$0\" \"$@\"; \"$0\" \"$@\"; }} > '{Folder["both.tsv"]}'", "enumerate", "--max-vertices", "2");
        WaitForEnd(process);

        Assert.Equal(2, File.ReadAllLines(Folder["both.tsv"]).Length);
    }

    [Fact]
    public void Interrupt_WaitingForInput_IsExitCode130()
    {
        SkipWithoutInterrupts();
        using Process process = Start("inspect", "--jsonl", "-");
        process.StandardInput.WriteLine("""{"matrix":"0100","ops":["input","output"]}""");
        process.StandardInput.Flush();

        // The answer to a line comes before the next line is waited for.
        Assert.Contains("\"is_valid\":true", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        Interrupt(process);
        WaitForEnd(process);

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(process.StandardError.ReadToEnd());
    }

    [Fact]
    public void Interrupt_WritingAFile_LeavesNothing()
    {
        SkipWithoutInterrupts();
        using Process process = Start("synth", "whole.tfrecord");
        Stopwatch waited = Stopwatch.StartNew();
        while (Directory.GetFileSystemEntries(Folder.FullPath).Length == 0 && waited.Elapsed < Patience)
        {
            Thread.Sleep(20);
        }

        Interrupt(process);
        WaitForEnd(process);

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(Folder.FullPath));
    }

    [Theory]
    [InlineData("nasb")]
    [InlineData("bin")]
    [InlineData("parquet")]
    public void Kill_Converting_LeavesTheOldFileOrTheNew(string format)
    {
        string output = $"out.{format}";
        Cli.Run("convert", Samples.TinyFile, Folder["whole"], "--format", format).Expect(ExitCode.Done);
        byte[] whole = File.ReadAllBytes(Folder["whole"]);
        Random random = new(1);
        int killed = 0;
        for (int round = 0; round < 12; round++)
        {
            File.WriteAllText(Folder[output], "old");
            using Process process = Start("convert", Samples.TinyFile, output);
            if (!process.WaitForExit(random.Next(50, 600)))
            {
                process.Kill();
                killed++;
            }

            WaitForEnd(process);
            byte[] found = File.ReadAllBytes(Folder[output]);
            Assert.True(
                found.AsSpan().SequenceEqual("old"u8) || found.AsSpan().SequenceEqual(whole),
                $"round {round}: {found.Length} bytes are neither the old file nor the new one");
        }

        Assert.NotEqual(0, killed);
    }

    /// <summary>Each format meets the end of a small disk.</summary>
    [Fact]
    public void Convert_FullDisk_LeavesTheOldFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Runs("unshare", "--mount", "--map-root-user", "true"), "needs a file system of its own");
        Directory.CreateDirectory(Folder["disk"]);
        const string OnASmallDisk = """
            mount -t tmpfs -o size=64k tmpfs disk || exit 99
            echo old > "disk/$4"
            "$0" "$1" "$2" "disk/$3"
            code=$?
            ls -A disk >&2
            exit $code
            """;
        Cli.Run("convert", Samples.TinyFile, Folder["x.nasb"]).Expect(ExitCode.Done);
        foreach (string ending in (string[])["tfrecord", "nasb", "bin", "parquet", "arrow", "csv", "jsonl", "h5"])
        {
            using Process process = Start(new ProcessStartInfo(
                "unshare", ["--mount", "--map-root-user", "/bin/sh", "-c", OnASmallDisk, Executable, "convert", "x.nasb", $"o.{ending}", $"o.{ending}"]));
            string error = process.StandardError.ReadToEnd();
            WaitForEnd(process);

            Assert.Equal(4, process.ExitCode);
            Assert.StartsWith($"nasbench: disk/o.{ending}: cannot be written: ", error, StringComparison.Ordinal);
            Assert.EndsWith($"\no.{ending}\n", error, StringComparison.Ordinal);
            Assert.Equal(2, error.Count(character => character == '\n'));
        }
    }

    /// <summary>As on a file system whose files are small; .NET has an exception of its own for it.</summary>
    [Theory]
    [InlineData("convert", "x.nasb", "o.csv")]
    [InlineData("convert", "x.nasb", "o.nasb")]
    [InlineData("convert", "x.nasb", "o.h5")]
    [InlineData("convert", "x.nasb", "o.parquet")]
    [InlineData("convert", "x.nasb", "o.arrow")]
    [InlineData("synth", "o.tfrecord", "--max-vertices", "5")]
    [InlineData("enumerate", "-o", "o.tsv", "--max-vertices", "6")]
    public void Output_FileTooLarge_IsExitCodeFour(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs limits of Linux");
        Cli.Run("convert", Samples.TinyFile, Folder["x.nasb"]).Expect(ExitCode.Done);

        // The runtime itself would need larger files to map code twice.
        using Process process = StartShell("ulimit -f 16; export DOTNET_EnableWriteXorExecute=0; exec \"$0\" \"$@\"", arguments);
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);

        Assert.Equal(4, process.ExitCode);
        Assert.Contains(": cannot be written: ", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(character => character == '\n'));
        Assert.Equal([Folder["x.nasb"]], Directory.GetFileSystemEntries(Folder.FullPath));
    }

    [Fact]
    public void Convert_ReadOnlyFolder_IsExitCodeFour()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "needs permissions that hold");
        Cli.Run("convert", Samples.TinyFile, Folder["x.nasb"]).Expect(ExitCode.Done);
        Directory.CreateDirectory(Folder["locked"]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Folder["locked"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using Process process = Start("convert", "x.nasb", Path.Combine("locked", "y.nasb"));
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);

        Assert.Equal(4, process.ExitCode);
        Assert.StartsWith($"nasbench: {Path.Combine("locked", "y.nasb")}: cannot be written: ", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(character => character == '\n'));
    }

    /// <summary>193,626 records, 80 MB as a TFRecord file: were they held as objects, the limit would be passed many times over.</summary>
    [Fact]
    public void Convert_HeapOf64Megabytes_IsEnough()
    {
        Cli.Run("synth", Folder["x.tfrecord"], "--max-vertices", "6", "--epochs", "108").Expect(ExitCode.Done);
        Cli.Run("convert", Folder["x.tfrecord"], Folder["x.nasb"]).Expect(ExitCode.Done);
        foreach (string output in (string[])["y.nasb", "y.tfrecord", "y.bin", "y.parquet", "y.arrow", "y.csv", "y.jsonl", "y.h5"])
        {
            ProcessStartInfo start = new(Executable, ["convert", "x.nasb", output]);
            AssertFitsHeapOf64Megabytes(start);
        }
    }

    /// <summary>Groups of records are full-sized only with a whole data set, and as many as there are threads.</summary>
    [Fact]
    [Trait("Category", "Once")]
    public void Convert_WholeSpaceWithManyProcessors_NeedsNoMoreMemory()
    {
        Cli.Run("convert", "builtin", Folder["x.nasb"]).Expect(ExitCode.Done);
        foreach (string output in (string[])["y.parquet", "y.arrow", "y.h5"])
        {
            ProcessStartInfo start = new(Executable, ["convert", "x.nasb", output]);
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "16";
            AssertFitsHeapOf64Megabytes(start);
            File.Delete(Folder[output]);
        }
    }

    private void AssertFitsHeapOf64Megabytes(ProcessStartInfo start)
    {
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x4000000";
        using Process process = Start(start);
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', start.ArgumentList)}: {error}");
    }
}
