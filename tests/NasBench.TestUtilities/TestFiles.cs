namespace NasBench.TestUtilities;

/// <summary>Finds files of the repository, and the shared folder beside it.</summary>
public static class TestFiles
{
    private const string SolutionName = "NasBench.Core.sln";

    /// <summary>The folder of the solution file.</summary>
    public static string SolutionFolder { get; } = FindSolutionFolder();

    /// <summary>A file of the repository.</summary>
    public static string InRepository(params string[] parts) => Path.Combine([SolutionFolder, .. parts]);

    /// <summary>
    /// A file of the shared folder beside the repository, which holds what may not be shipped with it. The calling test is skipped, saying
    /// why, where the file is not there.
    /// </summary>
    public static string InShared(params string[] parts)
    {
        string path = Path.GetFullPath(Path.Combine([SolutionFolder, "..", "shared", .. parts]));
        Assert.SkipUnless(
            File.Exists(path) || Directory.Exists(path),
            $"needs {string.Join('/', ["../shared", .. parts])}, which is not part of the repository");
        return path;
    }

    /// <summary>A conformance vector: an answer of the original code, kept with the conformance tests.</summary>
    public static string Vector(params string[] parts) => InRepository(["tests", "NasBench.Conformance.Tests", "Vectors", .. parts]);

    private static string FindSolutionFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionName)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds {SolutionName}");
    }
}
