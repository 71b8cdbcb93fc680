using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection.Metadata;
using NasBench.TestUtilities;

namespace NasBench.Package.Tests;

/// <summary>The packages hold what a user and the page of a package need, and nothing else.</summary>
[Trait("Category", "Package")]
public sealed class PackageContentTests(LocalFeed feed)
{
    private const string Secure = "https://";
    private const int IconSize = 128;

    /// <summary>The longest release notes that nuget.org takes, in characters.</summary>
    private const int MaxReleaseNotes = 35_000;

    /// <summary>The kind of a source file embedded in portable symbols, as the format's specification names it.</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string> Packages => [.. LocalFeed.Projects];

    public static TheoryData<string> Libraries => [.. LocalFeed.Projects.Where(project => project != LocalFeed.Tool)];

    /// <summary>The largest size of each package, in bytes: about half as much again as it has.</summary>
    public static TheoryData<string, int> Sizes => new()
    {
        { "NasBench.Core", 2_100_000 },
        { "NasBench.Data", 300_000 },
        { "NasBench.Search", 500_000 },
        { "NasBench.Analysis", 250_000 },
        { "NasBench.Plots", 800_000 },
        { "NasBench.Export", 120_000 },

        // Of which 34 MB are the native library of pictures, for six platforms.
        { "NasBench.Cli", 56_000_000 },
    };

    [Fact]
    public void Projects_InSrc_AreTheFeedOrSaidToBeNoPackages()
    {
        string[] packable =
        [
            .. Directory.EnumerateFiles(TestFiles.InRepository("src"), "*.csproj", SearchOption.AllDirectories)
                .Where(path => !File.ReadAllText(path).Contains("<IsPackable>false</IsPackable>", StringComparison.Ordinal))
                .Select(path => Path.GetFileNameWithoutExtension(path)),
        ];
        Assert.Equal(LocalFeed.Projects.Order(), packable.Order());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Pack_AnyPackage_HoldsLicenceAndChanges(string package)
    {
        using PackageFile file = new(feed.PackagePath(package));
        foreach (string name in (string[])["LICENSE", "CHANGELOG.md"])
        {
            Assert.Equal(File.ReadAllText(TestFiles.InRepository(name)).ReplaceLineEndings("\n"), file.ReadText(name));
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Pack_AnyPackage_DescribesItself(string package)
    {
        using PackageFile file = new(feed.PackagePath(package));
        Assert.NotEqual(package, file.Describe("title"));
        Assert.All((string[])["title", "description", "authors", "copyright", "tags"], name => Assert.NotEmpty(file.Describe(name)));
        Assert.Equal("Apache-2.0", file.Describe("license"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Pack_AnyPackage_ShowsItsIcon(string package)
    {
        using PackageFile file = new(feed.PackagePath(package));
        byte[] icon = file.ReadBytes(file.Describe("icon"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal((IconSize, IconSize), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Pack_AnyPackage_SaysWhatIsNew(string package)
    {
        using PackageFile file = new(feed.PackagePath(package));
        string notes = file.Describe("releaseNotes").ReplaceLineEndings("\n");
        Assert.InRange(notes.Length, 1, MaxReleaseNotes);
        Assert.Contains(notes, File.ReadAllText(TestFiles.InRepository("CHANGELOG.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("\n## ", notes, StringComparison.Ordinal);
    }

    /// <summary>A package's page does not show relative links, nor those to headings.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Pack_AnyPackage_HoldsTheReadMeWithoutRelativeLinks(string package)
    {
        using PackageFile file = new(feed.PackagePath(package));
        string packed = file.ReadText(file.Describe("readme"));
        Assert.Equal(Markdown.Words(Markdown.ReadMe), Markdown.Words(packed));
        Assert.NotEmpty(Markdown.Links(packed));
        Assert.All(Markdown.Links(packed), link => Assert.StartsWith(Secure, link, StringComparison.Ordinal));
    }

    [Fact]
    public void Pack_RepositoryUrlGiven_LinksLeadToItsFiles()
    {
        const string Address = "https://example.org/owner/name";
        using TemporaryFolder folder = new();
        LocalFeed.PackOne("NasBench.Core", folder.FullPath, "1.0.0", $"-p:RepositoryUrl={Address}.git");
        using PackageFile file = new(folder["NasBench.Core.1.0.0.nupkg"]);
        IReadOnlyList<string> here = Markdown.Links(Markdown.ReadMe), packed = Markdown.Links(file.ReadText("README.md"));
        Assert.Equal(here.Count, packed.Count);
        Assert.All(here.Zip(packed), pair =>
        {
            string[] expected = pair.First.StartsWith(Secure, StringComparison.Ordinal) ? [pair.First]
                : pair.First[0] == '#' ? [Address, "README.md" + pair.First]
                : [Address, pair.First];
            Assert.StartsWith(expected[0], pair.Second, StringComparison.Ordinal);
            Assert.EndsWith(expected[^1], pair.Second, StringComparison.Ordinal);
        });
        Assert.Contains(packed, link => link.StartsWith($"{Address}/blob/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Pack_AnyLibrary_HasDocumentationAndSymbolsWithSources(string package)
    {
        using PackageFile file = new(feed.PackagePath(package)), symbolsFile = new(feed.PackagePath(package, "snupkg"));
        Assert.Contains($"lib/net10.0/{package}.xml", file.Entries.Select(entry => entry.FullName));
        ZipArchiveEntry[] symbols = [.. symbolsFile.Entries.Where(entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal))];
        Assert.NotEmpty(symbols);
        Assert.All(symbols, entry => Assert.NotEqual(0, CountEmbeddedSources(symbolsFile.ReadBytes(entry.FullName))));
    }

    [Fact]
    public void Pack_Tool_HoldsNoDocumentationAndNoSymbols()
    {
        using PackageFile file = new(feed.PackagePath(LocalFeed.Tool));
        string[] unused = [.. file.Entries.Select(entry => entry.Name).Where(name => Path.GetExtension(name) is ".xml" or ".pdb")];
        Assert.Equal(["DotnetToolSettings.xml"], unused.Except(["[Content_Types].xml"]));
        Assert.False(File.Exists(feed.PackagePath(LocalFeed.Tool, "snupkg")));
    }

    [Fact]
    public void Pack_Core_HoldsTheGeneratorForTheCompiler()
    {
        using PackageFile file = new(feed.PackagePath("NasBench.Core"));
        string[] analyzers = [.. file.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal))];
        Assert.Equal(["analyzers/dotnet/cs/NasBench.Generators.dll"], analyzers);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Pack_AnyPackage_IsSmall(string package, int maxSize) => Assert.InRange(new FileInfo(feed.PackagePath(package)).Length, maxSize / 4, maxSize);

    private static int CountEmbeddedSources(byte[] symbols)
    {
        using MemoryStream image = new(symbols);
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(image);
        MetadataReader reader = provider.GetMetadataReader();
        return reader.CustomDebugInformation.Count(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == EmbeddedSource);
    }
}
