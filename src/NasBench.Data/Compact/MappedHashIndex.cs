using System.Buffers.Binary;

namespace NasBench.Data;

/// <summary>A <see cref="HashIndex"/> that stands in a compact file. Its four numbers are checked against the length of the section once; then no hash leads out of it.</summary>
internal readonly unsafe struct MappedHashIndex
{
    private const int Guard = sizeof(uint);

    private readonly byte* _displacements;
    private readonly byte* _slots;
    private readonly int _slotCount;
    private readonly int _bucketCount;
    private readonly int _slotBits;

    private MappedHashIndex(byte* start, int slotCount, int bucketCount, int slotBits)
    {
        _displacements = start + HashIndex.HeaderSize;
        _slots = start + HashIndex.SlotStart(bucketCount);
        _slotCount = slotCount;
        _bucketCount = bucketCount;
        _slotBits = slotBits;
    }

    /// <summary>Takes the index if its numbers fit each other, the number of keys and the length.</summary>
    public static bool TryCreate(byte* start, long length, int keys, out MappedHashIndex index)
    {
        index = default;
        if (length < HashIndex.HeaderSize)
        {
            return false;
        }

        var header = new ReadOnlySpan<byte>(start, HashIndex.HeaderSize);
        int slots = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        int buckets = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        int bits = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        if (BinaryPrimitives.ReadInt32LittleEndian(header) != keys || slots < 1 || buckets < 1 || bits is < 1 or > 25
            || length != HashIndex.HeaderSize + ((long)buckets * sizeof(ushort)) + ((((long)slots * bits) + 7) / 8) + Guard)
        {
            return false;
        }

        index = new MappedHashIndex(start, slots, buckets, bits);
        return true;
    }

    /// <summary>The only position at which a hash can be. Any number may come out; whoever asks checks it.</summary>
    public uint Candidate(ModuleHash hash)
    {
        int displacement = BinaryPrimitives.ReadUInt16LittleEndian(new ReadOnlySpan<byte>(_displacements + ((long)HashIndex.BucketOf(hash, _bucketCount) * sizeof(ushort)), sizeof(ushort)));
        long bit = (long)HashIndex.SlotOf(hash, displacement, _slotCount) * _slotBits;
        uint word = BinaryPrimitives.ReadUInt32LittleEndian(new ReadOnlySpan<byte>(_slots + (bit >> 3), sizeof(uint)));
        return (word >> (int)(bit & 7)) & ((1u << _slotBits) - 1);
    }
}
