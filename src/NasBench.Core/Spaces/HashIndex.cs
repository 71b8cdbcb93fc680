using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// A perfect hash from module hashes to their positions in a list: two small reads lead to the only position at which a hash can be.
/// The caller compares the hash found there. About 24 bits per key in one block of bytes, which can be stored: <see cref="StoredHashIndex"/>.
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
/// then   m slots of w bits, a position each, lowest bit first, then 4 bytes that a read of the last slot may touch
/// </code>
/// <para>For the 423,624 hashes of NAS-Bench-101: 141 KB of displacements (second-level cache) and 1.12 MB of slots. Immutable, thread-safe.</para>
/// </remarks>
internal sealed unsafe class HashIndex
{
    /// <summary>Keys per bucket on average: more make the displacements smaller and harder to find.</summary>
    public const int KeysPerBucket = 6;

    /// <summary>For every so many keys there is one slot more than keys; fewer slots make displacements harder to find.</summary>
    public const int KeysPerEmptySlot = 9;

    public const int HeaderSize = 16;

    /// <summary>A slot and the bits before it in its first byte fit 32 bits.</summary>
    private const int MaxSlotBits = 25;

    private readonly object _owner; // keeps the block where it is
    private readonly byte* _bytes;
    private readonly int _slots;
    private readonly int _buckets;
    private readonly int _slotBits;
    private readonly long _slotStart;

    /// <summary>Takes a block that <see cref="HashIndexBuilder"/> made.</summary>
    /// <param name="bytes">The block; it must neither move nor change.</param>
    /// <param name="length">Its length.</param>
    /// <param name="owner">What the block belongs to.</param>
    /// <exception cref="InvalidDataException">The block is not whole.</exception>
    public HashIndex(byte* bytes, long length, object owner)
    {
        if (!IsWhole(bytes, length))
        {
            throw new InvalidDataException($"a hash index of {length} bytes that says otherwise");
        }

        var header = new ReadOnlySpan<byte>(bytes, HeaderSize);
        _owner = owner;
        _bytes = bytes;
        Count = BinaryPrimitives.ReadInt32LittleEndian(header);
        _slots = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        _buckets = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        _slotBits = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        _slotStart = SlotStart(_buckets);
    }

    /// <summary>The number of keys.</summary>
    public int Count { get; }

    /// <summary>The whole block.</summary>
    public ReadOnlySpan<byte> Bytes => new(_bytes, checked((int)Size(_slots, _buckets, _slotBits)));

    /// <summary>Whether the numbers of a block fit its length. If they do, no hash leads out of it, whoever made it.</summary>
    public static bool IsWhole(byte* bytes, long length)
    {
        if (length < HeaderSize)
        {
            return false;
        }

        var header = new ReadOnlySpan<byte>(bytes, HeaderSize);
        int slots = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        int buckets = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        int slotBits = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        return slots > 0 && buckets > 0 && slotBits is > 0 and <= MaxSlotBits && length == Size(slots, buckets, slotBits);
    }

    /// <summary>Builds the index of distinct hashes.</summary>
    public static HashIndex Build(ReadOnlySpan<ModuleHash> hashes)
    {
        byte[] bytes = HashIndexBuilder.Build(hashes);
        return new HashIndex((byte*)Unsafe.AsPointer(ref bytes[0]), bytes.Length, bytes);
    }

    /// <summary>
    /// The only position at which a hash can be: 0 to n - 1 for any hash at all, unless there are no keys or the block was not made by the builder.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Candidate(ModuleHash hash)
    {
        int displacement = BinaryPrimitives.ReadUInt16LittleEndian(At(HeaderSize + ((long)BucketOf(hash, _buckets) * sizeof(ushort)), sizeof(ushort)));
        long bit = (long)SlotOf(hash, displacement, _slots) * _slotBits;
        uint word = BinaryPrimitives.ReadUInt32LittleEndian(At(_slotStart + (bit >> 3), sizeof(uint)));
        GC.KeepAlive(_owner);

        // An empty slot holds 0, which is a position like any other.
        return (int)((word >> (int)(bit & 7)) & ((1u << _slotBits) - 1));
    }

    /// <summary>The length of a block, with the bytes behind the slots that a read of the last slot may touch.</summary>
    internal static long Size(int slots, int buckets, int slotBits) => SlotStart(buckets) + ((((long)slots * slotBits) + 7) / 8) + sizeof(uint);

    /// <summary>Where the slots start in the block.</summary>
    internal static long SlotStart(int buckets) => HeaderSize + ((long)buckets * sizeof(ushort));

    internal static int BucketOf(ModuleHash hash, int buckets) => (int)Math.BigMul(hash.High, (ulong)buckets, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int SlotOf(ModuleHash hash, int displacement, int slots)
    {
        // Digests are random already; the displacement only has to pick another function.
        ulong mixed = (hash.Low ^ ((ulong)displacement * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9;
        return (int)(((mixed >> 32) * (ulong)slots) >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> At(long offset, int count) => new(_bytes + offset, count);
}
