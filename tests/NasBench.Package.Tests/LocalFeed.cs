using System.Text.Json;
using NasBench.TestUtilities;

[assembly: AssemblyFixture(typeof(NasBench.Package.Tests.LocalFeed))]

namespace NasBench.Package.Tests;

/// <summary>
/// The packages as they would be published, in a folder that serves as a package source. Packed once for all tests, from what the build
/// made, with a version that no cache can know.
/// </summary>
public sealed class LocalFeed : IDisposable
{
    /// <summary>The package that is a command; the others are libraries.</summary>
    public const string Tool = "NasBench.Cli";

    private readonly Lazy<TemporaryFolder> _folder;

    /// <summary>Packs nothing before a test asks for it.</summary>
    public LocalFeed() => _folder = new Lazy<TemporaryFolder>(PackAll);

    /// <summary>The names of the packages, each also the name of its project.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        "NasBench.Core", "NasBench.Data", "NasBench.Search", "NasBench.Analysis", "NasBench.Plots", "NasBench.Export", Tool,
    ];

    /// <summary>The version of the packages in this feed.</summary>
    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    /// <summary>The folder of the feed.</summary>
    public string FullPath => _folder.Value.FullPath;

    /// <summary>What makes a file a program with the packages, whatever the language of the machine. Search brings Data and Core along.</summary>
    public string DirectivesOfAProgram => $"#:package NasBench.Search@{Version}\n#:property InvariantGlobalization=true\n";

    /// <summary>Packs a project from what the build made, with further options.</summary>
    public static void PackOne(string project, string folder, string version, params IEnumerable<string> options) =>
        Pack(ProjectPath(project), folder, version, options).Succeeded();

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
    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            _folder.Value.Dispose();
        }
    }

    private static CommandResult Pack(string path, string folder, string version, params IEnumerable<string> options) => Command.Dotnet(
        TestFiles.SolutionFolder,
        [
            "pack", path, "--no-build", "-c", BuildFacts.Configuration, "--output", folder, $"-p:PackageVersion={version}", "--nologo", "-v", "q", .. options,
        ]);

    private static string ProjectPath(string project) => $"src/{project}/{project}.csproj";

    /// <summary>One command packs all; a solution filter names them to it.</summary>
    private TemporaryFolder PackAll()
    {
        TemporaryFolder folder = new();
        string filter = folder["packages.slnf"];
        File.WriteAllText(filter, JsonSerializer.Serialize(new
        {
            solution = new { path = TestFiles.InRepository("NasBench.Core.sln"), projects = Projects.Select(ProjectPath) },
        }));
        Pack(filter, folder.FullPath, Version).Succeeded();
        return folder;
    }
}
