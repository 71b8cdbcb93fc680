using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>A set of cells of the space, and the position of each in it: a bit map with running counts.</summary>
/// <remarks>
/// A set of all cells needs no map: position and index are the same. Otherwise the map takes 16 bytes for 64 cells, 104 KB for the
/// space (it fits a second-level cache), and a look-up is one read of it. Immutable.
/// </remarks>
internal sealed class CellSet
{
    private readonly int[] _indices;
    private readonly Word[]? _words;

    /// <param name="indices">The members' indices in ascending order, without duplicates; kept, not copied.</param>
    public CellSet(int[] indices)
    {
        _indices = indices;
        if (indices.Length == Space<Nas101>.Count)
        {
            return;
        }

        _words = new Word[(Space<Nas101>.Count + 63) / 64];
        foreach (int index in indices)
        {
            _words[index >> 6].Members |= 1UL << (index & 63);
        }

        int before = 0;
        foreach (ref Word word in _words.AsSpan())
        {
            word.Before = before;
            before += BitOperations.PopCount(word.Members);
        }
    }

    public int Count => _indices.Length;

    /// <summary>The members' indices, ascending.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>The position of a cell among the members, or -1. Any index may be asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int index)
    {
        if (_words is null)
        {
            return (uint)index < (uint)_indices.Length ? index : -1;
        }

        if ((uint)index >= (uint)Space<Nas101>.Count)
        {
            return -1;
        }

        Word word = _words[index >> 6];
        ulong bit = 1UL << (index & 63);
        return (word.Members & bit) != 0 ? word.Before + BitOperations.PopCount(word.Members & (bit - 1)) : -1;
    }

    private struct Word
    {
        public ulong Members;
        public int Before;
    }
}
