using System.Buffers.Binary;
using System.Numerics;

namespace NasBench;

/// <summary>
/// Builds the bytes of a <see cref="HashIndex"/>: buckets in descending order of size, and for each the smallest displacement under which all
/// its keys fall on free slots.
/// </summary>
internal readonly ref struct HashIndexBuilder
{
    private const int Displacements = ushort.MaxValue + 1;

    private readonly ReadOnlySpan<ModuleHash> _hashes;
    private readonly int _slots;
    private readonly int _buckets;
    private readonly int _slotBits;
    private readonly byte[] _bytes;
    private readonly bool[] _used;

    private HashIndexBuilder(ReadOnlySpan<ModuleHash> hashes, int slots)
    {
        _hashes = hashes;
        _slots = slots;
        _buckets = (hashes.Length / HashIndex.KeysPerBucket) + 1;
        _slotBits = BitOperations.Log2((uint)Math.Max(hashes.Length - 1, 1)) + 1;
        _bytes = GC.AllocateArray<byte>(checked((int)HashIndex.Size(slots, _buckets, _slotBits)), pinned: true);
        _used = new bool[slots];
        BinaryPrimitives.WriteInt32LittleEndian(_bytes, hashes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(4), slots);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(8), _buckets);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(12), _slotBits);
    }

    /// <summary>Builds the index of distinct hashes.</summary>
    /// <returns>The block, which does not move.</returns>
    public static byte[] Build(ReadOnlySpan<ModuleHash> hashes)
    {
        // Almost always the first size works; a few more slots make it certain that one does.
        for (int slots = hashes.Length + (hashes.Length / HashIndex.KeysPerEmptySlot) + 1; ; slots += (slots / 64) + 1)
        {
            var builder = new HashIndexBuilder(hashes, slots);
            if (builder.TryPlaceAll())
            {
                return builder._bytes;
            }
        }
    }

    private bool TryPlaceAll()
    {
        (int[] starts, int[] positions) = GroupByBucket();
        Span<int> slots = stackalloc int[64];
        foreach (int bucket in OrderBySize(starts))
        {
            ReadOnlySpan<int> members = positions.AsSpan(starts[bucket]..starts[bucket + 1]);
            if (members.Length > slots.Length || !TryPlace(bucket, members, slots[..members.Length]))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryPlace(int bucket, ReadOnlySpan<int> members, Span<int> slots)
    {
        for (int displacement = 0; displacement < Displacements; displacement++)
        {
            if (!Fits(members, displacement, slots))
            {
                continue;
            }

            BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(HashIndex.HeaderSize + (bucket * sizeof(ushort))), (ushort)displacement);
            for (int i = 0; i < members.Length; i++)
            {
                _used[slots[i]] = true;
                Write(slots[i], members[i]);
            }

            return true;
        }

        return false;
    }

    private bool Fits(ReadOnlySpan<int> members, int displacement, Span<int> slots)
    {
        for (int i = 0; i < members.Length; i++)
        {
            int slot = HashIndex.SlotOf(_hashes[members[i]], displacement, _slots);
            if (_used[slot] || slots[..i].Contains(slot))
            {
                return false;
            }

            slots[i] = slot;
        }

        return true;
    }

    private void Write(int slot, int position)
    {
        long bit = (long)slot * _slotBits;
        Span<byte> target = _bytes.AsSpan((int)(HashIndex.SlotStart(_buckets) + (bit >> 3)));
        uint word = BinaryPrimitives.ReadUInt32LittleEndian(target);
        BinaryPrimitives.WriteUInt32LittleEndian(target, word | ((uint)position << (int)(bit & 7)));
    }

    /// <summary>The positions of the hashes, bucket after bucket.</summary>
    private (int[] Starts, int[] Positions) GroupByBucket()
    {
        var starts = new int[_buckets + 1];
        foreach (ModuleHash hash in _hashes)
        {
            starts[HashIndex.BucketOf(hash, _buckets) + 1]++;
        }

        for (int bucket = 0; bucket < _buckets; bucket++)
        {
            starts[bucket + 1] += starts[bucket];
        }

        var next = starts.AsSpan(0, _buckets).ToArray();
        var positions = new int[_hashes.Length];
        for (int position = 0; position < positions.Length; position++)
        {
            positions[next[HashIndex.BucketOf(_hashes[position], _buckets)]++] = position;
        }

        return (starts, positions);
    }

    private int[] OrderBySize(int[] starts)
    {
        var order = new int[_buckets];
        var keys = new int[_buckets];
        for (int bucket = 0; bucket < order.Length; bucket++)
        {
            order[bucket] = bucket;
            keys[bucket] = starts[bucket] - starts[bucket + 1];
        }

        Array.Sort(keys, order);
        return order;
    }
}
