using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;

namespace NasBench.Data;

/// <summary>
/// The header and the table of a compact file: checked when read, so that every section is known to lie inside the file and to have its entries.
/// </summary>
internal sealed class CompactHeader
{
    public required int[] Epochs { get; init; }

    public required int CellCount { get; init; }

    public required int MaxRepeats { get; init; }

    public required long RecordCount { get; init; }

    public required Provenance Provenance { get; init; }

    public required CompactSource? Source { get; init; }

    /// <summary>All sections in the order of the file, the empty ones included.</summary>
    public required SectionEntry[] Sections { get; init; }

    public long FileLength => Sections[^1].Offset + Sections[^1].PaddedLength;

    public int HeadLength => CompactFormat.HeadLength(Epochs.Length);

    /// <summary>Whether the file holds all cells of the space, so that position and index are the same.</summary>
    public bool HasWholeSpace => CellCount == Space<Nas101>.Count;

    /// <summary>A section; the position among the numbers of epochs matters only to sections that have one.</summary>
    public ref readonly SectionEntry Find(CompactSectionKind kind, int epochsPosition = 0)
    {
        return ref Sections[CompactFormat.FirstOf(kind, Epochs.Length) + epochsPosition];
    }

    /// <summary>Writes header and table, <see cref="HeadLength"/> bytes.</summary>
    public void Write(Span<byte> head)
    {
        head.Clear();
        CompactFormat.Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[CompactFormat.VersionOffset..], CompactFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(head[CompactFormat.EpochsCountOffset..], Epochs.Length);
        BinaryPrimitives.WriteInt64LittleEndian(head[CompactFormat.FileLengthOffset..], FileLength);
        BinaryPrimitives.WriteInt32LittleEndian(head[CompactFormat.CellCountOffset..], CellCount);
        BinaryPrimitives.WriteInt32LittleEndian(head[CompactFormat.MaxRepeatsOffset..], MaxRepeats);
        BinaryPrimitives.WriteInt64LittleEndian(head[CompactFormat.RecordCountOffset..], RecordCount);
        head[CompactFormat.ProvenanceOffset] = (byte)Provenance;
        if (Source is not null)
        {
            head[CompactFormat.FlagsOffset] = (byte)(CompactFormat.HasSource | (Source.Sha256 is null ? 0 : CompactFormat.HasSha256));
            BinaryPrimitives.WriteInt64LittleEndian(head[CompactFormat.SourceLengthOffset..], Source.Length);
            BinaryPrimitives.WriteUInt128BigEndian(head[CompactFormat.SourceXxHashOffset..], Source.XxHash128);
            Convert.FromHexString(Source.Sha256 ?? "", head[CompactFormat.SourceSha256Offset..], out _, out _);
        }

        for (int i = 0; i < Sections.Length; i++)
        {
            Sections[i].Write(head[(CompactFormat.HeaderSize + (i * CompactFormat.EntrySize))..]);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(head[CompactFormat.ChecksumOffset..], ComputeChecksum(head));
    }

    /// <summary>The checksum of header and table, the number itself taken as zero.</summary>
    public static ulong ComputeChecksum(ReadOnlySpan<byte> head)
    {
        var hash = new XxHash3();
        hash.Append(head[..CompactFormat.ChecksumOffset]);
        hash.Append(stackalloc byte[sizeof(ulong)]);
        hash.Append(head[CompactFormat.HeaderSize..]);
        return hash.GetCurrentHashAsUInt64();
    }

    /// <summary>Reads and checks header and table.</summary>
    /// <exception cref="DataFormatException">They are damaged, cut off, of a newer version or not those of a compact file.</exception>
    public static CompactHeader Read(FileBytes file, string? path)
    {
        // A copy: what was checked cannot change afterwards.
        byte[] header = file[0, (int)Math.Min(file.Length, CompactFormat.HeaderSize)].ToArray();
        if (!header.AsSpan().StartsWith(CompactFormat.Magic))
        {
            throw Refuse(path, 0, FaultKind.UnknownFormat, "the file does not begin as expected of a compact file");
        }

        Require(
            header.Length == CompactFormat.HeaderSize, path, file.Length, FaultKind.TruncatedHeader, "the file ends inside of its header, expected 128 bytes");
        int version = ReadInt32(header, CompactFormat.VersionOffset);
        if (version > CompactFormat.Version)
        {
            throw Refuse(path, CompactFormat.VersionOffset, FaultKind.UnsupportedVersion, string.Create(
                CultureInfo.InvariantCulture,
                $"the file is of version {version} of its format, expected at most {CompactFormat.Version}; a newer version of this program reads it"));
        }

        Require(version >= 1, path, CompactFormat.VersionOffset, FaultKind.BadHeader, "bad version of the format, expected at least 1");
        int epochsCount = ReadInt32(header, CompactFormat.EpochsCountOffset);
        Require(epochsCount is >= 1 and <= CompactFormat.MaxEpochsValues, path, CompactFormat.EpochsCountOffset, FaultKind.BadHeader,
            "bad count of numbers of epochs, expected 1 to 64");
        int headLength = CompactFormat.HeadLength(epochsCount);
        Require(file.Length >= headLength, path, file.Length, FaultKind.TruncatedHeader, "the file ends inside of its table of sections, expected all of it");
        byte[] head = file[0, headLength].ToArray();
        bool isRight = head.AsSpan(0, CompactFormat.HeaderSize).SequenceEqual(header)
            && BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(CompactFormat.ChecksumOffset)) == ComputeChecksum(head);
        Require(isRight, path, CompactFormat.ChecksumOffset, FaultKind.BadChecksum, "the checksum of header and table is wrong, expected their XxHash3");
        CompactHeader parsed = Parse(head, epochsCount, path);
        parsed.CheckSections(head, file.Length, path);
        GC.KeepAlive(file);
        return parsed;
    }

    private static CompactHeader Parse(ReadOnlySpan<byte> head, int epochsCount, string? path)
    {
        int cells = ReadInt32(head, CompactFormat.CellCountOffset);
        int repeats = ReadInt32(head, CompactFormat.MaxRepeatsOffset);
        long records = BinaryPrimitives.ReadInt64LittleEndian(head[CompactFormat.RecordCountOffset..]);
        var provenance = (Provenance)head[CompactFormat.ProvenanceOffset];
        Require(
            cells >= 1 && cells <= Space<Nas101>.Count, path, CompactFormat.CellCountOffset, FaultKind.BadHeader, "bad number of cells, expected 1 to 423,624");
        Require(repeats >= 1 && records >= Math.Max(cells, repeats), path, CompactFormat.MaxRepeatsOffset, FaultKind.BadHeader,
            "bad number of records or repeats, expected at least one for each cell");
        Require(provenance <= Provenance.Mixed, path, CompactFormat.ProvenanceOffset, FaultKind.BadHeader, "unknown provenance, expected 0 to 3");

        var sections = new SectionEntry[CompactFormat.SectionCount(epochsCount)];
        for (int i = 0; i < sections.Length; i++)
        {
            sections[i] = SectionEntry.Read(head[(CompactFormat.HeaderSize + (i * CompactFormat.EntrySize))..]);
        }

        CompactSource? source = ParseSource(head, path);
        bool mayBeMeasured = source?.Sha256 is { } sha256 && OfficialFiles.GetProvenance(sha256) == Provenance.Measured;
        Require(provenance != Provenance.Measured || mayBeMeasured, path, CompactFormat.ProvenanceOffset, FaultKind.BadHeader,
            "the file says that it is measured, but its source is none of the official files, as expected");
        return new CompactHeader
        {
            Epochs = Array.ConvertAll(sections[..epochsCount], section => section.Epochs),
            CellCount = cells,
            MaxRepeats = repeats,
            RecordCount = records,
            Provenance = provenance,
            Source = source,
            Sections = sections,
        };
    }

    private static CompactSource? ParseSource(ReadOnlySpan<byte> head, string? path)
    {
        byte flags = head[CompactFormat.FlagsOffset];
        bool hasSource = (flags & CompactFormat.HasSource) != 0;
        bool hasSha256 = (flags & CompactFormat.HasSha256) != 0;
        long length = BinaryPrimitives.ReadInt64LittleEndian(head[CompactFormat.SourceLengthOffset..]);
        ReadOnlySpan<byte> sha256 = head[CompactFormat.SourceSha256Offset..CompactFormat.ReservedOffset];
        bool isRight = flags <= (CompactFormat.HasSource | CompactFormat.HasSha256)
            && (hasSource ? length > 0 : flags == 0 && IsZero(head[CompactFormat.SourceLengthOffset..CompactFormat.SourceSha256Offset]))
            && (hasSha256 || IsZero(sha256))
            && IsZero(head[(CompactFormat.FlagsOffset + 1)..CompactFormat.SourceLengthOffset])
            && IsZero(head[CompactFormat.ReservedOffset..CompactFormat.ChecksumOffset]);
        Require(
            isRight, path, CompactFormat.FlagsOffset, FaultKind.BadHeader, "bad description of the source, expected length and hashes, and zeros beside them");
        return hasSource
            ? new CompactSource(
                length, BinaryPrimitives.ReadUInt128BigEndian(head[CompactFormat.SourceXxHashOffset..]), hasSha256 ? Convert.ToHexStringLower(sha256) : null)
            : null;
    }

    /// <summary>Each section must be the expected one, stand where the one before ends, and have the length that its entries need.</summary>
    private void CheckSections(ReadOnlySpan<byte> head, long fileLength, string? path)
    {
        long end = HeadLength;
        for (int i = 0; i < Sections.Length; i++)
        {
            ref readonly SectionEntry section = ref Sections[i];
            if (!IsExpected(section, i) || section.Offset != end || section.Length < 0 || section.Length > fileLength || !HasRightLength(section))
            {
                throw Refuse(path, CompactFormat.HeaderSize + (i * CompactFormat.EntrySize), FaultKind.BadHeader, string.Create(
                    CultureInfo.InvariantCulture, $"bad kind, place or length of section {i}, expected one section after the other"));
            }

            end += section.PaddedLength;
        }

        if (fileLength < end)
        {
            throw Refuse(path, fileLength, FaultKind.TruncatedData, string.Create(
                CultureInfo.InvariantCulture, $"the file ends after {fileLength} bytes, expected {end}"));
        }

        if (fileLength > end)
        {
            throw Refuse(path, end, FaultKind.BadHeader, string.Create(CultureInfo.InvariantCulture, $"the file has {fileLength} bytes, expected {end}"));
        }

        Require(BinaryPrimitives.ReadInt64LittleEndian(head[CompactFormat.FileLengthOffset..]) == end, path, CompactFormat.FileLengthOffset,
            FaultKind.BadHeader, "the length in the header is not that of the file, as expected");
        Require(
            IsZero(head[(CompactFormat.HeaderSize + (Sections.Length * CompactFormat.EntrySize))..]),
            path,
            CompactFormat.HeaderSize,
            FaultKind.BadHeader,
            "bytes behind the table of sections, expected zeros");
    }

    /// <summary>Whether a section is the one that stands at this place in every file with so many numbers of epochs, and these ascend.</summary>
    private bool IsExpected(in SectionEntry section, int number)
    {
        (CompactSectionKind kind, int epochsPosition) = CompactFormat.SectionAt(number, Epochs.Length);
        int epochs = epochsPosition < 0 ? 0 : Epochs[epochsPosition];
        bool isRising = epochsPosition < 0 || epochs > (epochsPosition == 0 ? 0 : Epochs[epochsPosition - 1]);
        return section.Kind == kind && section.Epochs == epochs && isRising;
    }

    private bool HasRightLength(in SectionEntry section)
    {
        int size = CompactFormat.EntrySizeOf(section.Kind);
        return section.Kind switch
        {
            CompactSectionKind.Runs or CompactSectionKind.Hashes or CompactSectionKind.Parameters or CompactSectionKind.Details =>
                section.Length == (long)size * CellCount,
            CompactSectionKind.Cells => section.Length == (HasWholeSpace ? 0 : (long)size * CellCount),
            CompactSectionKind.NoncanonicalCells => section.Length % size == 0 && section.Length / size <= CellCount,
            CompactSectionKind.Escapes => section.Length % size == 0 && section.Length / size <= int.MaxValue,
            _ => true,
        };
    }

    private static int ReadInt32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32LittleEndian(bytes[offset..]);

    private static bool IsZero(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept((byte)0);

    private static void Require(bool condition, string? path, long offset, FaultKind kind, string detail)
    {
        if (!condition)
        {
            throw Refuse(path, offset, kind, detail);
        }
    }

    private static DataFormatException Refuse(string? path, long offset, FaultKind kind, string detail) => new(path, -1, offset, kind, detail);
}
