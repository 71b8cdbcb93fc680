using System.IO.Hashing;

namespace NasBench.Data;

/// <summary>Compares the checksums of the sections of a compact file with their bytes.</summary>
internal static class CompactChecksums
{
    private const int ChunkSize = 1 << 22;

    /// <exception cref="DataFormatException">The first section whose checksum is wrong.</exception>
    public static void Require(FileBytes file, CompactHeader header, string? path, CancellationToken cancellationToken)
    {
        foreach (SectionEntry section in header.Sections)
        {
            if (!IsRight(file, section, cancellationToken))
            {
                throw Wrong(section, path);
            }
        }
    }

    public static bool IsRight(FileBytes file, in SectionEntry section, CancellationToken cancellationToken)
    {
        var hash = new XxHash3();
        for (long offset = 0; offset < section.PaddedLength; offset += ChunkSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.Append(file[section.Offset + offset, (int)Math.Min(ChunkSize, section.PaddedLength - offset)]);
        }

        GC.KeepAlive(file);
        return hash.GetCurrentHashAsUInt64() == section.Checksum;
    }

    public static DataFormatException Wrong(in SectionEntry section, string? path) =>
        new(path, -1, section.Offset, FaultKind.BadChecksum, $"the checksum of the section {section.Name} is wrong, expected XxHash3");
}
