using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NasBench.Data;

namespace NasBench.Bench;

/// <summary>
/// What look-ups cannot do without: reads at random places of tables of the sizes that the work is defined with, whatever our own tables weigh.
/// </summary>
public sealed class LookupFloor
{
    /// <summary>Two bytes for each of the 2^21 raw masks: 4 MB.</summary>
    private const int FirstEntries = 1 << 21;

    /// <summary>2 MB.</summary>
    private const int SecondEntries = 1 << 20;

    /// <summary>A column of 25 MB, a cache line for an entry.</summary>
    private const int ColumnBytes = 25 << 20;

    private const int LineBytes = 64;

    private const int LabelShift = Cell.MaxEdges;

    private readonly ushort[] _first = Fill(new ushort[FirstEntries], 1);
    private readonly ushort[] _second = Fill(new ushort[SecondEntries], 2);
    private readonly ushort[] _column = Fill(new ushort[ColumnBytes / sizeof(ushort)], 3);

    /// <summary>One random read by the mask, one dependent one by what was read and the labels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Locate(ReadOnlySpan<Cell> cells, Span<int> results)
    {
        ref ushort first = ref MemoryMarshal.GetArrayDataReference(_first);
        ref ushort second = ref MemoryMarshal.GetArrayDataReference(_second);
        results = results[..cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            results[i] = Second(ref first, ref second, cells[i]);
        }
    }

    /// <summary>The same, and one read of the column that depends on both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Query(ReadOnlySpan<Cell> cells, Span<int> results)
    {
        ref ushort first = ref MemoryMarshal.GetArrayDataReference(_first);
        ref ushort second = ref MemoryMarshal.GetArrayDataReference(_second);
        ref ushort column = ref MemoryMarshal.GetArrayDataReference(_column);
        results = results[..cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            // 16 bits are too few for 409,600 lines: the low bits of the cell make up for it.
            uint number = ((uint)Second(ref first, ref second, cells[i]) << 16) | (ushort)cells[i].Bits;
            ulong line = ((ulong)number * (ColumnBytes / LineBytes)) >> 32;
            results[i] = Unsafe.Add(ref column, (nint)(line * (LineBytes / sizeof(ushort))));
        }
    }

    /// <summary>One random read of the hashes, compared as a look-up must.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlySpan<ModuleHash> hashes, ReadOnlySpan<ModuleHash> keys, Span<int> results)
    {
        results = results[..keys.Length];
        ref ModuleHash start = ref MemoryMarshal.GetReference(hashes);
        for (int i = 0; i < keys.Length; i++)
        {
            int place = (int)Math.BigMul(keys[i].High, (ulong)hashes.Length, out _);
            results[i] = Unsafe.Add(ref start, place) == keys[i] ? place : -1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Second(ref ushort first, ref ushort second, Cell cell)
    {
        uint labels = (uint)(cell.Bits >> LabelShift) & 0x7FFF;
        uint entry = Unsafe.Add(ref first, (nint)((uint)cell.Bits & (FirstEntries - 1)));
        return Unsafe.Add(ref second, (nint)(((entry << 4) ^ labels) & (SecondEntries - 1)));
    }

    private static ushort[] Fill(ushort[] table, ulong seed)
    {
        var random = new SplitMix64(seed);
        foreach (ref ulong word in MemoryMarshal.Cast<ushort, ulong>(table.AsSpan()))
        {
            word = random.Next();
        }

        return table;
    }
}
