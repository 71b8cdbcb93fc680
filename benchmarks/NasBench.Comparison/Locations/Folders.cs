using NasBench.Bench;

namespace NasBench.Comparison;

/// <summary>Where things are.</summary>
internal static class Folders
{
    private const string Solution = "NasBench.Core.sln";

    /// <summary>The root of the repository that this program was built in.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The page on benchmarks, which holds the short table.</summary>
    public static string ReadMe => Path.Combine(Repository, "benchmarks", "README.md");

    /// <summary>Native builds and single measurements; not kept.</summary>
    public static string Work => Path.Combine(Repository, "artifacts", "comparison");

    /// <summary>The single measurements of <c>measure</c>.</summary>
    public static string Runs => Path.Combine(Work, "runs");

    /// <summary>What <c>processes</c> measured.</summary>
    public static string Processes => Path.Combine(Work, "processes.json");

    /// <summary>The tables of this machine.</summary>
    public static string Results => Path.Combine(Repository, "benchmarks", "results", FolderName(MachineInfo.Processor));

    /// <summary>The name of a processor as the name of a folder.</summary>
    public static string FolderName(string processor) =>
        string.Join('.', processor.Split([.. Path.GetInvalidFileNameChars(), ' ', '@', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries));

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds {Solution}");
    }
}
