using System.IO.Compression;
using System.Reflection.Metadata;
using NasBench.TestUtilities;

namespace NasBench.Package.Tests;

/// <summary>The packages hold what a user needs, and do their work in a project outside this repository.</summary>
[Trait("Category", "Package")]
public sealed class PackageTests(LocalFeed feed) : IClassFixture<LocalFeed>
{
    /// <summary>The kind of a source file embedded in portable symbols, as the format's specification names it.</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string> Packages => [.. LocalFeed.Projects];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Pack_AnyPackage_HoldsReadMeAndLicence(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PackagePath(package));
        foreach (string file in (string[])["README.md", "LICENSE", "CHANGELOG.md"])
        {
            using StreamReader reader = new(archive.GetEntry(file)!.Open());
            Assert.Equal(File.ReadAllText(TestFiles.InRepository(file)), reader.ReadToEnd());
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Pack_AnyPackage_HasSymbolsWithSources(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PackagePath(package, "snupkg"));
        ZipArchiveEntry[] symbols = [.. archive.Entries.Where(entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal))];
        Assert.NotEmpty(symbols);
        Assert.All(symbols, entry => Assert.NotEqual(0, CountEmbeddedSources(entry)));
    }

    [Fact]
    public void Pack_Core_HoldsTheGeneratorForTheCompiler()
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PackagePath("NasBench.Core"));
        string[] analyzers = [.. archive.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal))];
        Assert.Equal(["analyzers/dotnet/cs/NasBench.Generators.dll"], analyzers);
    }

    [Fact]
    public void Consumer_DeclaresItsOwnSpaces_PassesItsTests()
    {
        using TemporaryFolder folder = new();
        foreach (string file in Directory.EnumerateFiles(TestFiles.InRepository("tests", "NasBench.Package.Tests", "Consumer")))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        feed.WriteConfiguration(folder.FullPath);
        CommandResult result = Command.Dotnet(folder.FullPath, "test", "Consumer.csproj", "-c", "Release", $"-p:NasBenchVersion={feed.Version}").Succeeded();
        Assert.Matches(@"Failed:\s+0, Passed:\s+[1-9][0-9]*, Skipped:\s+0", result.Output);
    }

    [Fact]
    public void Tool_InstalledFromThePackage_Answers()
    {
        using TemporaryFolder folder = new();
        feed.WriteConfiguration(folder.FullPath);
        Command.Dotnet(folder.FullPath, "tool", "install", "NasBench.Cli", "--version", feed.Version, "--tool-path", "tools").Succeeded();
        string program = folder["tools", OperatingSystem.IsWindows() ? "nasbench.exe" : "nasbench"];
        string answer = Command.Run(program, folder.FullPath, "inspect", "--matrix", "0100", "--ops", "input,output", "--json").Succeeded().Output;
        Assert.Contains("043721b9c7fe8c5fad811d47d83132ec", answer, StringComparison.Ordinal);
    }

    private static int CountEmbeddedSources(ZipArchiveEntry symbols)
    {
        using Stream packed = symbols.Open();
        using MemoryStream image = new();
        packed.CopyTo(image);
        image.Position = 0;
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(image);
        MetadataReader reader = provider.GetMetadataReader();
        return reader.CustomDebugInformation.Count(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == EmbeddedSource);
    }
}
