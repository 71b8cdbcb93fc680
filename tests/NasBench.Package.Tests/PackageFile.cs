using System.IO.Compression;
using System.Xml.Linq;

namespace NasBench.Package.Tests;

/// <summary>A package, opened to look into it.</summary>
internal sealed class PackageFile : IDisposable
{
    private readonly ZipArchive _archive;

    public PackageFile(string path)
    {
        _archive = ZipFile.OpenRead(path);
        ZipArchiveEntry description = _archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        using Stream stream = description.Open();
        Metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>All files, by their paths in the package.</summary>
    public IReadOnlyList<ZipArchiveEntry> Entries => _archive.Entries;

    private XElement Metadata { get; }

    /// <summary>What the package says of itself under this name; empty where it says nothing.</summary>
    public string Describe(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    /// <summary>The bytes of a file.</summary>
    public byte[] ReadBytes(string path)
    {
        using Stream stream = _archive.GetEntry(path)!.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The text of a file.</summary>
    public string ReadText(string path)
    {
        using StreamReader reader = new(_archive.GetEntry(path)!.Open());
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
