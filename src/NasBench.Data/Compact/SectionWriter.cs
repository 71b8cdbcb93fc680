using System.IO.Hashing;

namespace NasBench.Data;

/// <summary>Writes the sections of a compact file one after the other: buffers them, pads them and computes their checksums.</summary>
internal sealed class SectionWriter(Stream stream, long start)
{
    private const int Capacity = 1 << 18;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(Capacity);
    private readonly XxHash3 _hash = new();
    private readonly List<SectionEntry> _sections = [];
    private SectionEntry _current;
    private int _count;

    /// <summary>The finished sections.</summary>
    public SectionEntry[] Sections => [.. _sections];

    public void Begin(CompactSectionKind kind, int epochs = 0) => _current = new SectionEntry { Kind = kind, Epochs = epochs, Offset = start };

    /// <summary>Room for bytes of the section. They are zero; the caller fills them before the next call.</summary>
    public Span<byte> Reserve(int size)
    {
        if (size > Capacity - _count)
        {
            Flush();
        }

        Span<byte> room = _buffer.AsSpan(_count, size);
        room.Clear();
        _count += size;
        _current.Length += size;
        return room;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int size = Math.Min(bytes.Length, Capacity);
            bytes[..size].CopyTo(Reserve(size));
            bytes = bytes[size..];
        }
    }

    public void End()
    {
        long length = _current.Length;
        Reserve((int)(CompactFormat.Align(length) - length));
        Flush();
        _current.Length = length;
        _current.Checksum = _hash.GetCurrentHashAsUInt64();
        _hash.Reset();
        _sections.Add(_current);
        start += _current.PaddedLength;
    }

    private void Flush()
    {
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, _count);
        _hash.Append(bytes);
        stream.Write(bytes);
        _count = 0;
    }
}
