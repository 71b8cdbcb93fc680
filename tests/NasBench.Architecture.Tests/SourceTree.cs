using NasBench.TestUtilities;

namespace NasBench.Architecture.Tests;

/// <summary>The sources of the repository: its projects and their files, without what a build leaves there.</summary>
internal static class SourceTree
{
    /// <summary>The folders that hold projects; the first three are what is looked at for rooms.</summary>
    private static readonly string[] s_groups = ["src", "generators", "benchmarks", "tests"];

    private static readonly string[] s_buildFolders = ["bin", "obj", "BenchmarkDotNet.Artifacts", "node_modules"];

    /// <summary>All project files below a folder of projects such as <c>src</c>; none where there is no such folder.</summary>
    public static IEnumerable<string> Projects(string group)
    {
        string folder = TestFiles.InRepository(group);
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder)
                .SelectMany(project => Directory.EnumerateFiles(project, "*.csproj"))
                .Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The project files of all folders of projects.</summary>
    public static IEnumerable<string> AllProjects() => s_groups.SelectMany(Projects);

    /// <summary>The C# files of all folders of projects.</summary>
    public static IEnumerable<string> AllFiles() => s_groups.Select(group => TestFiles.InRepository(group)).Where(Directory.Exists).SelectMany(Files);

    /// <summary>The C# files below a folder, in the order of their paths.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(folder, file))
            .Order(StringComparer.Ordinal);

    /// <summary>All files and folders below the folders of projects, as paths from the root of the repository.</summary>
    public static IEnumerable<string> AllPaths() =>
        s_groups.Select(group => TestFiles.InRepository(group)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Where(path => !IsBuilt(folder, path)))
            .Select(NameOf)
            .Order(StringComparer.Ordinal);

    /// <summary>The path from the root of the repository, with slashes on every system.</summary>
    public static string NameOf(string path) => Path.GetRelativePath(TestFiles.SolutionFolder, path).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsBuilt(string folder, string path) =>
        Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Intersect(s_buildFolders).Any();
}
