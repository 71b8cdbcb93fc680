using System.Diagnostics;

namespace NasBench.Cli.Tests.Processes;

/// <summary>Pipes, sockets, devices and closed streams in the place of files, as users and their shells put them there.</summary>
public sealed class StreamTests : ProcessTestBase
{
    public StreamTests()
    {
        if (!OperatingSystem.IsWindows())
        {
            using Process process = Process.Start("mkfifo", [Folder["pipe"]]);
            process.WaitForExit();
            File.Copy(Samples.TinyFile, Folder["x.tfrecord"]);
        }
    }

    [Theory]
    [InlineData("tfrecord")]
    [InlineData("nasb")]
    [InlineData("bin")]
    public void Input_Pipe_IsReadAsAFile(string format)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        Cli.Run("convert", Samples.TinyFile, Folder["in"], "--format", format).Expect(ExitCode.Done);

        (int code, string output, string error) = RunShell("""cat in | TMPDIR="$PWD" "$0" info /dev/stdin --json; ls""");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\"records\":2400", output, StringComparison.Ordinal);

        // No copy is left.
        Assert.EndsWith("}\nin\npipe\nx.tfrecord\n", output, StringComparison.Ordinal);
        Assert.Contains("\"ok\":true", RunShell("""cat in > pipe & "$0" verify pipe --json""").Output, StringComparison.Ordinal);
        Assert.Contains(
            "\"module_hash\"",
            RunShell($"""cat in > pipe & "$0" query pipe --hash {Samples.FirstHash} --epochs 4 --repeat mean --json""").Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cat x.tfrecord > pipe & \"$0\" convert pipe y.nasb", "", 0)]
    [InlineData("head -c 1000 x.tfrecord | \"$0\" info /dev/stdin", "nasbench: /dev/stdin: record 2 at byte 710: ", 3)]
    [InlineData("gzip -c x.tfrecord 2>/dev/null | \"$0\" info /dev/stdin", "nasbench: /dev/stdin: record 0 at byte 0: ", 3)]
    [InlineData("\"$0\" info /dev/zero", "nasbench: /dev/zero: record 0 at byte 0: ", 3)]
    [InlineData("\"$0\" verify /dev/null", "nasbench: /dev/null: record 0 at byte 0: no records: the file is empty", 3)]
    [InlineData("\"$0\" inspect --jsonl /dev/zero", "nasbench: /dev/zero: cannot be read: line 1 is longer than", 3)]
    [InlineData("\"$0\" inspect --jsonl /", "nasbench: /: cannot be read: it is a folder", 3)]
    [InlineData("\"$0\" info /", "nasbench: /: is a folder; expected", 3)]
    [InlineData("\"$0\" inspect --jsonl - <&-", "nasbench: standard input: cannot be read: it is closed", 3)]
    [InlineData("\"$0\" inspect --jsonl /dev/stdin <&-", "nasbench: /dev/stdin: cannot be read: it is closed", 3)]
    [InlineData("\"$0\" info /dev/stdin <&-", "nasbench: /dev/stdin: cannot be read: it is closed", 3)]
    public void Input_WhateverItIs_EndsWithAnAnswerOrALine(string script, string error, int code)
    {
        (int Code, string Output, string Error) result = RunShell(script);

        Assert.Equal(code, result.Code);
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
        Assert.Equal(code == 0 ? 0 : 1, result.Error.Count(character => character == '\n'));
    }

    /// <summary>The command waits for the other end of the pipe, in <c>open</c> or in <c>read</c> or in <c>write</c>.</summary>
    [Theory]
    [InlineData("INT", "info", "pipe")]
    [InlineData("TERM", "info", "pipe")]
    [InlineData("INT", "verify", "/dev/stdin")]
    [InlineData("TERM", "inspect", "--jsonl", "pipe")]
    [InlineData("INT", "enumerate", "--max-vertices", "3", "-o", "pipe")]
    [InlineData("TERM", "enumerate", "--max-vertices", "6")]
    public void Interrupt_WaitingForAPipe_EndsAtOnce(string signal, params string[] arguments)
    {
        SkipWithoutInterrupts();
        using Process process = Start(arguments);
        Thread.Sleep(1500);
        Assert.False(process.HasExited);
        Signal(process, signal);
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "the process did not end");

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(process.StandardError.ReadToEnd());
        Assert.Equal(["pipe", "x.tfrecord"], Directory.GetFileSystemEntries(Folder.FullPath).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("\"$0\" enumerate --max-vertices 3 -o /dev/stdout | wc -l")]
    [InlineData("cat pipe | wc -l & \"$0\" enumerate --max-vertices 3 -o pipe > /dev/null; wait")]
    [InlineData("\"$0\" enumerate --max-vertices 3 -o /dev/fd/4 4>&1 >/dev/null | wc -l")]
    [InlineData("\"$0\" enumerate --max-vertices 3 -o /dev/stdout > out; wc -l < out")]
    public void Output_PipeOrDescriptor_IsWrittenAsItStands(string script)
    {
        (int code, string output, string error) = RunShell(script);

        Assert.Equal((0, "7", ""), (code, output.Trim(), error));
        Assert.False(File.Exists(Folder["pipe"]) && new FileInfo(Folder["pipe"]).Length > 0);
    }

    [Fact]
    public void Output_RedirectedToAFile_GoesThroughTheShellsDescriptor()
    {
        (_, string output, _) = RunShell("""{ echo before; "$0" enumerate --max-vertices 2 -o /dev/stdout; echo after; } > out; cat out""");

        Assert.Equal(["before", "043721b9c7fe8c5fad811d47d83132ec\t2\t0100\t\t882570", "after", ""], output.Split('\n'));
    }

    [Theory]
    [InlineData("tfrecord")]
    [InlineData("bin")]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void Convert_ToAPipe_GivesTheBytesOfTheFile(string format)
    {
        (int code, string output, string error) = RunShell(
            $"""
            "$0" convert x.tfrecord file --format {format} > /dev/null
            "$0" convert x.tfrecord /dev/stdout --format {format} | cmp - file && cat pipe | cmp - file &
            "$0" convert x.tfrecord pipe --format {format} > /dev/null
            wait $!
            """);

        Assert.Equal((0, "", ""), (code, output, error));
    }

    [Theory]
    [InlineData("nasb")]
    [InlineData("parquet")]
    [InlineData("arrow")]
    [InlineData("h5")]
    public void Convert_ToAPipeInAFormatThatGoesBack_SaysSo(string format)
    {
        (int code, string output, string error) = RunShell($"\"$0\" convert x.tfrecord pipe --format {format}");

        Assert.Equal((4, ""), (code, output));
        Assert.Equal("nasbench: pipe: cannot be written: it is a pipe or a device; a file of this format needs a place on a disk\n", error);
    }

    [Fact]
    public void Output_ToAPipeThatIsClosed_EndsQuietly()
    {
        (_, string output, string error) = RunShell("""{ "$0" enumerate --max-vertices 6 -o /dev/stdout; echo $? >&2; } | head -c 32""");

        Assert.Equal(("043721b9c7fe8c5fad811d47d83132ec", "0\n"), (output, error));
    }

    [Fact]
    public void Output_FileInTheFolderOfDevices_IsAFile()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "needs a file system in memory");
        string name = $"/dev/shm/{Path.GetRandomFileName()}";
        try
        {
            Cli.Run("enumerate", "--max-vertices", "3", "-o", name).Expect(ExitCode.Done);
            Assert.Equal(7, File.ReadAllLines(name).Length);
            Cli.Run("convert", Samples.TinyFile, name, "--format", "nasb").Expect(ExitCode.Done);
        }
        finally
        {
            File.Delete(name);
        }
    }

    [Theory]
    [InlineData("info missing", 3)]
    [InlineData("inspect --matrix 0000 --ops input,output", 1)]
    [InlineData("frobnicate", 2)]
    [InlineData("enumerate --max-vertices 2 -o missing/x.tsv", 4)]
    [InlineData("query builtin --hash 00005c142e6f48ac74fdcf73e3439874", 0)]
    public void Error_Closed_KeepsTheExitCode(string arguments, int code) =>
        Assert.Equal(code, RunShell($"\"$0\" {arguments} 2>&-").Code);

    [Theory]
    [InlineData("enumerate --max-vertices 2")]
    [InlineData("info x.tfrecord")]
    [InlineData("enumerate --max-vertices 2 -o /dev/stdout")]
    public void Output_Closed_IsExitCodeFour(string arguments)
    {
        (int code, _, string error) = RunShell($"\"$0\" {arguments} >&-");

        Assert.Equal(4, code);
        Assert.Contains(": cannot be written: it is ", error, StringComparison.Ordinal);
    }

    /// <summary>The runtime opens its libraries when they are first used, so that the limit can strike anywhere.</summary>
    [Fact]
    public void FileHandles_AreTooFew_SaysSo()
    {
        bool failed = false;
        foreach (int limit in (int[])[45, 50, 55, 60, 65, 80])
        {
            (int code, _, string error) = RunShell($"ulimit -n {limit}; exec \"$0\" convert x.tfrecord out.csv");
            Assert.Contains(code, (int[])[0, 3, 4]);
            Assert.Equal(code == 0 ? 0 : 1, error.Count(character => character == '\n'));
            Assert.True(code == 0 || error.Contains("oo many open files", StringComparison.Ordinal), error);
            failed |= code != 0;
        }

        Assert.True(failed);
    }
}
