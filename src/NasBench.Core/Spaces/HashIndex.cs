using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// A perfect hash from module hashes to their positions in a list: two small reads lead to the only position at which a hash can be. Whoever asks compares the hash
/// there. About 24 bits a key, and nothing but one block of bytes, so that it can be stored.
/// </summary>
/// <remarks>
/// <para>Hash and displace: the high half of a digest gives a bucket of six keys on average, the low half and the bucket's displacement give a slot.</para>
/// <code>
/// bytes  meaning (little-endian)
///  0- 3  n, the number of keys
///  4- 7  m, the number of slots
///  8-11  b, the number of buckets
/// 12-15  w, the bits of a slot
/// then   b displacements of two bytes
/// then   m slots of w bits, a position each, lowest bit first, and 4 bytes to read over the end
/// </code>
/// <para>For the 423,624 hashes of NAS-Bench-101: 141 KB of displacements (second-level cache) and 1.12 MB of slots. Immutable, thread-safe.</para>
/// </remarks>
internal sealed class HashIndex
{
    /// <summary>Keys a bucket on average: more make the displacements smaller and harder to find.</summary>
    public const int KeysPerBucket = 6;

    /// <summary>One slot more than there are keys for this many keys; fewer slots make displacements harder to find.</summary>
    public const int KeysPerEmptySlot = 9;

    public const int HeaderSize = 16;

    private readonly byte[] _bytes;
    private readonly int _slots;
    private readonly int _buckets;
    private readonly int _slotBits;
    private readonly int _slotStart;

    private HashIndex(byte[] bytes)
    {
        _bytes = bytes;
        _slots = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        _buckets = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        _slotBits = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(12));
        _slotStart = SlotStart(_buckets);
    }

    /// <summary>Builds the index of distinct hashes.</summary>
    public static HashIndex Build(ReadOnlySpan<ModuleHash> hashes) => new(HashIndexBuilder.Build(hashes));

    /// <summary>The only position at which a hash can be: 0 to n - 1 for any hash at all, unless there are no keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Candidate(ModuleHash hash)
    {
        int displacement = BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(HeaderSize + (BucketOf(hash, _buckets) * sizeof(ushort))));
        long bit = (long)SlotOf(hash, displacement, _slots) * _slotBits;
        uint word = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(_slotStart + (int)(bit >> 3)));

        // An empty slot holds 0, which is a position like any other.
        return (int)((word >> (int)(bit & 7)) & ((1u << _slotBits) - 1));
    }

    /// <summary>Where the slots start in the block.</summary>
    internal static int SlotStart(int buckets) => HeaderSize + (buckets * sizeof(ushort));

    internal static int BucketOf(ModuleHash hash, int buckets) => (int)Math.BigMul(hash.High, (ulong)buckets, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int SlotOf(ModuleHash hash, int displacement, int slots)
    {
        // Digests are random already; the displacement only has to pick another function.
        ulong mixed = (hash.Low ^ ((ulong)displacement * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9;
        return (int)(((mixed >> 32) * (ulong)slots) >> 32);
    }
}
