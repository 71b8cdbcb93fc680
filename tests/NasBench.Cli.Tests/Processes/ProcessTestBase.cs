using System.Diagnostics;
using System.Globalization;

namespace NasBench.Cli.Tests.Processes;

/// <summary>Runs the program as a process of its own, in a folder that goes afterwards.</summary>
public abstract class ProcessTestBase : IDisposable
{
    private protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private protected TemporaryFolder Folder { get; } = new();

    private protected static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "nasbench.exe" : "nasbench");

    private static string DotnetFolder => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// A shell without job control lets the commands it starts in the background ignore interrupts, and they hand that on: nothing to test there.
    /// </summary>
    private protected static void SkipWithoutInterrupts()
    {
        const int InterruptBit = 1 << (2 - 1);
        const string Ignored = "SigIgn:";
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs Unix signals");
        string? line = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal))
            : null;
        ulong signals = line is null ? 0 : ulong.Parse(line.AsSpan(Ignored.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.SkipWhen((signals & InterruptBit) != 0, "interrupts are ignored here, as for a background command of a shell");
    }

    private protected static void Interrupt(Process process) => Signal(process, "INT");

    private protected static void Signal(Process process, string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private protected static void WaitForEnd(Process process)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail("the process did not end");
        }
    }

    private protected static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            WaitForEnd(process);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private protected Process Start(params string[] arguments) => Start(new ProcessStartInfo(Executable, arguments));

    private protected Process StartShell(string script, params string[] arguments) =>
        Start(new ProcessStartInfo("/bin/sh", ["-c", script, Executable, .. arguments]));

    private protected Process Start(ProcessStartInfo start)
    {
        start.WorkingDirectory = Folder.FullPath;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["DOTNET_ROOT"] = DotnetFolder;
        return Process.Start(start) ?? throw new InvalidOperationException("the command does not start");
    }

    /// <summary>Runs a script in which <c>$0</c> is the program.</summary>
    private protected (int Code, string Output, string Error) RunShell(string script, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        using Process process = StartShell(script, arguments);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = process.StandardError.ReadToEnd();
        WaitForEnd(process);
        return (process.ExitCode, output.GetAwaiter().GetResult(), error);
    }
}
