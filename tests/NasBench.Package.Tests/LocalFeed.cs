using NasBench.TestUtilities;

namespace NasBench.Package.Tests;

/// <summary>
/// The packages as they would be published, in a folder that serves as a package source. Packed once for all tests, from what the build
/// made, with a version that no cache can know.
/// </summary>
public sealed class LocalFeed : IDisposable
{
    /// <summary>The package that is a command; the others are libraries.</summary>
    public const string Tool = "NasBench.Cli";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Packs all of them.</summary>
    public LocalFeed()
    {
        foreach (string project in Projects)
        {
            Pack(project, FullPath, Version);
        }
    }

    /// <summary>The names of the packages, each also the name of its project.</summary>
    public static IReadOnlyList<string> Projects { get; } = ["NasBench.Core", "NasBench.Data", "NasBench.Export", Tool];

    /// <summary>The version of the packages in this feed.</summary>
    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    /// <summary>The folder of the feed.</summary>
    public string FullPath => _folder.FullPath;

    /// <summary>Packs a project from what the build made, with further options.</summary>
    public static void Pack(string project, string folder, string version, params IEnumerable<string> options) => Command.Dotnet(
        TestFiles.SolutionFolder,
        [
            "pack", $"src/{project}/{project}.csproj", "--no-build", "-c", BuildFacts.Configuration, "--output", folder,
            $"-p:PackageVersion={version}", "--nologo", "-v", "q", .. options,
        ]).Succeeded();

    /// <summary>The path of a package.</summary>
    public string PackagePath(string name, string extension = "nupkg") => Path.Combine(FullPath, $"{name}.{Version}.{extension}");

    /// <summary>
    /// Writes a nuget.config that adds the feed to the sources of the machine, and reads packages that were restored before without a copy.
    /// </summary>
    public void WriteConfiguration(string folder) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="packages" />
          </config>
          <packageSources>
            <add key="local-feed" value="{FullPath}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="restored-before" value="{BuildFacts.PackageRoot}" />
          </fallbackPackageFolders>
        </configuration>
        """);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
