namespace NasBench.Data;

/// <summary>
/// The layout of a compact file, <c>.nasb</c>: constants of version 1. The page in this folder, <c>README.md</c>, says the same in prose.
/// </summary>
/// <remarks>
/// All numbers are little-endian. Header, table and each section start at a multiple of 64 bytes; what lies between is zero. With n cells and m numbers of
/// epochs:
/// <code>
/// header
/// | byte | type     | what                                                                             |
/// |------|----------|----------------------------------------------------------------------------------|
/// | 0    | 8 bytes  | 89 'N' 'A' 'S' 'B' 0D 0A 1A                                                        |
/// | 8    | uint32   | version of the format; a reader refuses one above its own                         |
/// | 12   | uint32   | m, 1 to 64                                                                       |
/// | 16   | uint64   | length of the file                                                               |
/// | 24   | uint32   | n, 1 to 423,624                                                                  |
/// | 28   | uint32   | most repeats of any cell                                                         |
/// | 32   | uint64   | number of records                                                                |
/// | 40   | uint8    | provenance (<see cref="Provenance"/>)                                             |
/// | 41   | uint8    | bit 0: there is a source; bit 1: its SHA-256 is known                             |
/// | 42   | 6 bytes  | zero                                                                             |
/// | 48   | uint64   | length of the source, the file that was converted                                 |
/// | 56   | 16 bytes | XxHash128 of the source, as big-endian bytes                                      |
/// | 72   | 32 bytes | SHA-256 of the source                                                            |
/// | 104  | 16 bytes | zero                                                                             |
/// | 120  | uint64   | XxHash3 of header and table, this number taken as zero                            |
/// | 128  |          | table: an entry for each section, in the order of the file                        |
///
/// entry of the table, 32 bytes: uint32 kind (<see cref="CompactSectionKind"/>), uint32 epochs (0 for sections that have no number of epochs), uint64 offset,
/// uint64 length, uint64 XxHash3 of the section and the zeros behind it
///
/// sections, all there, in this order; p is the position of a cell among the cells of the file, which ascend by index
/// | kind          | entries              | hot | what                                                                        |
/// |---------------|----------------------|-----|-----------------------------------------------------------------------------|
/// | runs          | n of 60, for each of | yes | halfway and final of the first three repeats (<see cref="RunEntry"/>)          |
/// |               | the m epochs         |     |                                                                             |
/// | hashes        | n of 16              | yes | module hash: two uint64, the high half first                                  |
/// | hash-index    | one                  | yes | perfect hash from module hashes to p (<see cref="HashIndex"/>)                |
/// | parameters    | n of 4               | yes | int32 trainable parameters, -1 where absent                                   |
/// | cells         | n of 4, or none      | yes | int32 index in the space; none where all cells of the space are there         |
/// | unusual-cells | k of 16              | no  | stored graphs that are not their class's representative (<see cref="NoncanonicalCell"/>) |
/// | details       | n of 54, for each m  | no  | evaluation before training and total time of the first three repeats (<see cref="DetailEntry"/>) |
/// | escapes       | k of 176, for each m | no  | whole records that the short forms do not hold exactly (<see cref="EscapeEntry"/>) |
/// | text          | bytes                | no  | checkpoint paths, UTF-8                                                       |
/// </code>
/// </remarks>
internal static class CompactFormat
{
    public const int Version = 1;
    public const int Alignment = 64;

    public const int VersionOffset = 8;
    public const int EpochsCountOffset = 12;
    public const int FileLengthOffset = 16;
    public const int CellCountOffset = 24;
    public const int MaxRepeatsOffset = 28;
    public const int RecordCountOffset = 32;
    public const int ProvenanceOffset = 40;
    public const int FlagsOffset = 41;
    public const int SourceLengthOffset = 48;
    public const int SourceXxHashOffset = 56;
    public const int SourceSha256Offset = 72;
    public const int ReservedOffset = 104;
    public const int ChecksumOffset = 120;
    public const int HeaderSize = 128;
    public const int EntrySize = 32;

    public const byte HasSource = 1;
    public const byte HasSha256 = 2;

    /// <summary>As many as can be loaded; the layout itself has room for more.</summary>
    public const int MaxEpochsValues = RecordConsistency.MaxEpochsValues;

    public const int AbsentParameters = -1;

    /// <summary>Sections that are there once, and those that are there for each number of epochs.</summary>
    public const int SingleSections = 6;
    public const int SectionsPerEpochs = 3;

    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'N', (byte)'A', (byte)'S', (byte)'B', 0x0D, 0x0A, 0x1A];

    public static int SectionCount(int epochsCount) => SingleSections + (SectionsPerEpochs * epochsCount);

    /// <summary>The end of the table, where the first section starts.</summary>
    public static int HeadLength(int epochsCount) => (int)Align(HeaderSize + ((long)EntrySize * SectionCount(epochsCount)));

    public static long Align(long offset) => (offset + Alignment - 1) & -Alignment;

    /// <summary>The place of the first section of a kind among all sections.</summary>
    public static int FirstOf(CompactSectionKind kind, int epochsCount) => kind switch
    {
        CompactSectionKind.Runs => 0,
        CompactSectionKind.Details => epochsCount + SingleSections - 1,
        CompactSectionKind.Escapes => (2 * epochsCount) + SingleSections - 1,
        CompactSectionKind.Text => (3 * epochsCount) + SingleSections - 1,
        _ => epochsCount + (kind - CompactSectionKind.Hashes),
    };

    /// <summary>The kind of the section at a place, and the position of its number of epochs, -1 where it has none.</summary>
    public static (CompactSectionKind Kind, int EpochsPosition) SectionAt(int number, int epochsCount)
    {
        CompactSectionKind kind = CompactSectionKind.Text;
        while (FirstOf(kind, epochsCount) > number)
        {
            kind--;
        }

        return (kind, IsPerEpochs(kind) ? number - FirstOf(kind, epochsCount) : -1);
    }

    public static bool IsPerEpochs(CompactSectionKind kind) => kind is CompactSectionKind.Runs or CompactSectionKind.Details or CompactSectionKind.Escapes;

    /// <summary>Whether queries touch a section. Escapes do not count: queries touch them only where a value does not fit the short form.</summary>
    public static bool IsHot(CompactSectionKind kind) => kind <= CompactSectionKind.Cells;

    /// <summary>Bytes of an entry; 1 where a section is bytes.</summary>
    public static int EntrySizeOf(CompactSectionKind kind) => kind switch
    {
        CompactSectionKind.Runs => RunEntry.BlockSize,
        CompactSectionKind.Hashes => ModuleHash.Size,
        CompactSectionKind.Parameters or CompactSectionKind.Cells => sizeof(int),
        CompactSectionKind.NoncanonicalCells => NoncanonicalCell.Size,
        CompactSectionKind.Details => DetailEntry.BlockSize,
        CompactSectionKind.Escapes => EscapeEntry.Size,
        _ => 1,
    };

    public static string NameOf(CompactSectionKind kind, int epochs)
    {
        string name = kind switch
        {
            CompactSectionKind.Runs => "runs",
            CompactSectionKind.Hashes => "hashes",
            CompactSectionKind.HashIndex => "hash-index",
            CompactSectionKind.Parameters => "parameters",
            CompactSectionKind.Cells => "cells",
            CompactSectionKind.NoncanonicalCells => "unusual-cells",
            CompactSectionKind.Details => "details",
            CompactSectionKind.Escapes => "escapes",
            _ => "text",
        };
        return IsPerEpochs(kind) ? FormattableString.Invariant($"{name}-{epochs}") : name;
    }
}
