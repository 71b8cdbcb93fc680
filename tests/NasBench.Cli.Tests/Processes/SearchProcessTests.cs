using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NasBench.Cli.Tests.Processes;

/// <summary>Searches as processes: pipes, interrupts, full and read-only disks.</summary>
public sealed class SearchProcessTests : ProcessTestBase
{
    [Fact]
    public void Kurobako_SolverAndProblem_TalkAsTwoProcesses()
    {
        using Process problem = Start("kurobako-problem", "builtin", "-q");
        using Process solver = Start("kurobako-solver", "--algorithm", "re", "--set", "population_size=10");
        string specification = Read(problem).GetProperty("spec").GetRawText();
        Assert.Equal("re (paper)", Read(solver).GetProperty("spec").GetProperty("name").GetString());
        problem.StandardInput.WriteLine("""{"type":"CREATE_PROBLEM_CAST","problem_id":0,"random_seed":1}""");
        solver.StandardInput.WriteLine($$"""{"type":"CREATE_SOLVER_CAST","solver_id":0,"random_seed":2,"problem":{{specification}} }""");
        double best = 1;
        for (int trial = 0; trial < 50; trial++)
        {
            JsonElement asked = Call(solver, $$"""{"type":"ASK_CALL","solver_id":0,"next_trial_id":{{trial}} }""").GetProperty("trial");
            string parameters = asked.GetProperty("params").GetRawText();
            Call(problem, $$"""{"type":"CREATE_EVALUATOR_CALL","problem_id":0,"evaluator_id":{{trial}},"params":{{parameters}} }""");
            JsonElement evaluated = Call(problem, $$"""{"type":"EVALUATE_CALL","evaluator_id":{{trial}},"next_step":108}""");
            double value = evaluated.GetProperty("values")[0].GetDouble();
            best = Math.Min(best, value);
            string text = value.ToString("R", CultureInfo.InvariantCulture);
            Call(solver, $$$"""{"type":"TELL_CALL","solver_id":0,"trial":{"id":{{{trial}}},"values":[{{{text}}}],"current_step":108}}""");
        }

        Assert.InRange(best, 0.01, 0.1);
        foreach (Process process in (Process[])[solver, problem])
        {
            process.StandardInput.Close();
            WaitForEnd(process);
            Assert.Equal((0, ""), (process.ExitCode, process.StandardError.ReadToEnd()));
        }

        static JsonElement Read(Process process) => JsonElement.Parse(process.StandardOutput.ReadLine()!);

        static JsonElement Call(Process process, string line)
        {
            process.StandardInput.WriteLine(line);
            JsonElement reply = Read(process);
            Assert.EndsWith("_REPLY", reply.GetProperty("type").GetString(), StringComparison.Ordinal);
            Assert.NotEqual("ERROR_REPLY", reply.GetProperty("type").GetString());
            return reply;
        }
    }

    [Fact]
    public void Kurobako_ReaderGone_EndsQuietly()
    {
        (int code, string output, string error) = RunShell(
            "(yes '{}' 2> /dev/null | \"$0\" kurobako-solver --algorithm random; echo \"code $?\" >&2) | head -n 2 | wc -l");

        Assert.Equal((0, "2", "code 0\n"), (code, output.Trim(), error));
    }

    [Fact]
    public void Interrupt_KurobakoWaits_IsExitCode130()
    {
        SkipWithoutInterrupts();
        using Process process = Start("kurobako-solver", "--algorithm", "random");
        process.StandardOutput.ReadLine();

        Interrupt(process);
        WaitForEnd(process);

        Assert.Equal((130, ""), (process.ExitCode, process.StandardError.ReadToEnd()));
    }

    [Fact]
    public void Trace_ReaderGone_EndsQuietlyAndKeepsTheRuns()
    {
        (int code, string output, string error) = RunShell(
            "(\"$0\" search builtin -q --algorithm random --runs 20 --budget evaluations=2000 --trace - --out out; echo \"code $?\" >&2) | head -n 1 | wc -l");

        Assert.Equal((0, "1", "code 0\n"), (code, output.Trim(), error));
        Assert.Equal(20, Directory.GetFiles(Folder["out", "runs"]).Length);
        Assert.True(File.Exists(Folder["out", "summary.json"]));
    }

    [Fact]
    public void Interrupt_Searching_KeepsFinishedRunsAndGoesOn()
    {
        SkipWithoutInterrupts();
        string[] search = ["search", "builtin", "-q", "--algorithm", "tpe", "--runs", "12", "--budget", "seconds=2e6", "--threads", "2", "--format", "csv"];
        using (Process process = Start([.. search, "--out", "stopped"]))
        {
            while (!process.HasExited && CountRuns("stopped") < 2)
            {
                Thread.Sleep(5);
            }

            Interrupt(process);
            WaitForEnd(process);
            Assert.Equal((130, ""), (process.ExitCode, process.StandardError.ReadToEnd()));
        }

        Assert.InRange(CountRuns("stopped"), 2, 11);
        Assert.False(File.Exists(Folder["stopped", "summary.json"]));
        Assert.All(Directory.GetFiles(Folder["stopped", "runs"]), file => Assert.EndsWith(".run", file, StringComparison.Ordinal));
        foreach (string folder in (string[])["stopped", "once"])
        {
            using Process process = Start([.. search, "--out", folder]);
            WaitForEnd(process);
            Assert.Equal(0, process.ExitCode);
        }

        Assert.Equal(File.ReadAllBytes(Folder["once", "evaluations.csv"]), File.ReadAllBytes(Folder["stopped", "evaluations.csv"]));
        Assert.Equal(File.ReadAllBytes(Folder["once", "settings.json"]), File.ReadAllBytes(Folder["stopped", "settings.json"]));
    }

    /// <summary>The disk fills up between two runs; with more room the same command does the rest.</summary>
    [Fact]
    public void Out_FullDisk_IsExitCodeFourAndGoesOn()
    {
        const string Script =
            """
            mount -t tmpfs -o size=400k tmpfs disk || exit 99
            search() { "$0" search builtin -q --algorithm random --runs 20 --budget evaluations=2000 --threads 1 --out disk/out; }
            search
            echo "code $? runs $(ls -A disk/out/runs | grep -c 'run$') others $(ls -A disk/out/runs | grep -vc 'run$')" >&2
            mount -o remount,size=20m disk
            search > /dev/null
            echo "code $? runs $(ls -A disk/out/runs | grep -c 'run$') $(ls disk/out | tr '\n' ' ')" >&2
            """;
        string[] errors = RunOnADisk(Script);

        Assert.Equal(3, errors.Length);
        Assert.Contains("disk/out: cannot be written: ", errors[0], StringComparison.Ordinal);
        Assert.Matches("^code 4 runs ([1-9]|1[0-9]) others 0$", errors[1]);
        Assert.Equal("code 0 runs 20 curves.parquet evaluations.parquet incumbents.parquet runs settings.json summary.json ", errors[2]);
    }

    [Theory]
    [InlineData("disk")]
    [InlineData("disk/below")]
    public void Out_ReadOnlyFolder_IsExitCodeFour(string path)
    {
        string[] errors = RunOnADisk(
            $"""
            mount -t tmpfs -o ro,size=400k tmpfs disk || exit 99
            "$0" search builtin -q --algorithm random --budget evaluations=5 --out {path}
            echo "code $?" >&2
            """);

        Assert.Equal(2, errors.Length);
        Assert.StartsWith($"nasbench: {path}: cannot be written: ", errors[0], StringComparison.Ordinal);
        Assert.Equal("code 4", errors[1]);
    }

    [Fact]
    public void Trace_FullDevice_IsExitCodeFourAndKeepsTheRuns()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        (int code, string output, string error) = RunShell(
            "\"$0\" search builtin -q --algorithm random --runs 3 --budget evaluations=20 --trace - --out out > /dev/full");

        Assert.Equal((4, ""), (code, output));
        Assert.Equal(1, error.Count(character => character == '\n'));
        Assert.Equal(3, Directory.GetFiles(Folder["out", "runs"]).Length);
    }

    /// <summary>Runs a script that may mount what nobody else sees. Gives the lines on standard error; there must be nothing on standard output.</summary>
    private string[] RunOnADisk(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Runs("unshare", "--mount", "--map-root-user", "true"), "needs a file system of its own");
        Directory.CreateDirectory(Folder["disk"]);
        using Process process = Start(new ProcessStartInfo("unshare", ["--mount", "--map-root-user", "/bin/sh", "-c", script, Executable]));
        process.StandardInput.Close();
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);
        Assert.Equal((0, ""), (process.ExitCode, process.StandardOutput.ReadToEnd()));
        return error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private int CountRuns(string folder) => Directory.Exists(Folder[folder, "runs"]) ? Directory.GetFiles(Folder[folder, "runs"], "*.run").Length : 0;
}
