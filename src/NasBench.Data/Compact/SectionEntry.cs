using System.Buffers.Binary;

namespace NasBench.Data;

/// <summary>Where a section of a compact file stands.</summary>
internal struct SectionEntry
{
    public CompactSectionKind Kind;
    public int Epochs;
    public long Offset;
    public long Length;
    public ulong Checksum;

    /// <summary>The length with the zeros behind, up to where the next section starts.</summary>
    public readonly long PaddedLength => CompactFormat.Align(Length);

    public readonly string Name => CompactFormat.NameOf(Kind, Epochs);

    public static SectionEntry Read(ReadOnlySpan<byte> entry) => new()
    {
        Kind = (CompactSectionKind)BinaryPrimitives.ReadUInt32LittleEndian(entry),
        Epochs = BinaryPrimitives.ReadInt32LittleEndian(entry[4..]),
        Offset = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]),
        Length = BinaryPrimitives.ReadInt64LittleEndian(entry[16..]),
        Checksum = BinaryPrimitives.ReadUInt64LittleEndian(entry[24..]),
    };

    public readonly void Write(Span<byte> entry)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)Kind);
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], Epochs);
        BinaryPrimitives.WriteInt64LittleEndian(entry[8..], Offset);
        BinaryPrimitives.WriteInt64LittleEndian(entry[16..], Length);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[24..], Checksum);
    }
}
