using System.CommandLine;
using NasBench.Bench;

namespace NasBench.Comparison;

/// <summary><c>write</c>: makes the tables in <c>benchmarks/results</c> and in <c>benchmarks/README.md</c> out of what was measured.</summary>
internal sealed class WriteCommand : Command
{
    private const string TableFile = "table.md";
    private const string ReportSuffix = "-report-github.md";

    /// <summary>Declares it.</summary>
    public WriteCommand()
        : base("write", "Write benchmarks/results and the table of benchmarks/README.md out of what was measured.") => SetAction(_ => Write());

    /// <summary>Writes.</summary>
    public static void Write()
    {
        Report report = new(MachineInfo.Machine, MachineInfo.Build, new RunFiles(Folders.Runs).Read(), MeasuredProcess.Read(Folders.Processes));
        Directory.CreateDirectory(Folders.Results);
        File.WriteAllText(Path.Combine(Folders.Results, TableFile), report.ToDocument());
        File.WriteAllText(Folders.ReadMe, ReadMeSection.Replace(File.ReadAllText(Folders.ReadMe), report.ToShortTable()));
        CopyReports(Path.Combine(Environment.CurrentDirectory, "BenchmarkDotNet.Artifacts", "results"));
        Console.WriteLine(Folders.Results);
    }

    /// <summary>The tables that BenchmarkDotNet left behind in the folder where it ran.</summary>
    private static void CopyReports(string folder)
    {
        foreach (string file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + ReportSuffix) : [])
        {
            string name = Path.GetFileName(file)[..^ReportSuffix.Length];
            File.Copy(file, Path.Combine(Folders.Results, name[(name.LastIndexOf('.') + 1)..] + ".md"), overwrite: true);
        }
    }
}
