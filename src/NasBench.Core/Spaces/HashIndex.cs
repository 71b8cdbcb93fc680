using System.Numerics;

namespace NasBench;

/// <summary>From a module hash to its position in a list of distinct hashes: open addressing over positions, with the digest's own bits as hash function.</summary>
internal sealed class HashIndex
{
    private readonly int[] _positions;
    private readonly int _shift;

    public HashIndex(ModuleHash[] hashes)
    {
        Hashes = hashes;
        int bits = BitOperations.Log2((uint)Math.Max(hashes.Length, 1)) + 2;
        _shift = 64 - bits;
        _positions = new int[1 << bits];
        _positions.AsSpan().Fill(-1);
        for (int position = 0; position < hashes.Length; position++)
        {
            int slot = SlotOf(hashes[position]);
            while (_positions[slot] >= 0)
            {
                slot = (slot + 1) & (_positions.Length - 1);
            }

            _positions[slot] = position;
        }
    }

    public ModuleHash[] Hashes { get; }

    /// <summary>The position of a hash, or -1.</summary>
    public int Find(ModuleHash hash)
    {
        for (int slot = SlotOf(hash); ; slot = (slot + 1) & (_positions.Length - 1))
        {
            int position = _positions[slot];
            if (position < 0 || Hashes[position] == hash)
            {
                return position;
            }
        }
    }

    private int SlotOf(ModuleHash hash) => (int)(hash.High >> _shift);
}
