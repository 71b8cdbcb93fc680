namespace NasBench.Comparison.Tests;

/// <summary>Programs seen from outside.</summary>
public class ProcessRunTests
{
    private static readonly string[] s_version = ["dotnet", "--version"];

    [Fact]
    public void Measure_Program_TimeAndMemory()
    {
        ProcessRun run = ProcessRun.Measure(s_version);

        Assert.True(run.Elapsed > TimeSpan.Zero);
        Assert.True(run.PeakBytes > 0);
        Assert.InRange(run.PrivateBytes, 1, long.MaxValue);
    }

    [Fact]
    public void Measure_MemoryNotWatched_Zero() => Assert.Equal(0, ProcessRun.Measure(s_version, watchesMemory: false).PeakBytes);

    [Fact]
    public void Measure_ProgramFails_SaysHow() =>
        Assert.Contains(
            "exit code",
            Assert.Throws<InvalidOperationException>(() => ProcessRun.Measure(["dotnet", "no-such-command-of-dotnet"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Measure_NoSuchProgram_SaysSo() =>
        Assert.Contains(
            "cannot be started",
            Assert.Throws<InvalidOperationException>(() => ProcessRun.Measure(["no-such-program-anywhere"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_Status_PeakAndOwn() => Assert.Equal(
        new ProcessMemory(40_960, 20_480),
        ProcessMemory.Parse(["Name:\tdotnet", "VmHWM:\t      40 kB", "VmRSS:\t      30 kB", "RssAnon:\t      20 kB", "RssFile:\t      10 kB"]));

    [Fact]
    public void Parse_EndedProcess_Zeros() => Assert.Equal(default, ProcessMemory.Parse(["Name:\tdotnet", "State:\tZ (zombie)"]));
}
