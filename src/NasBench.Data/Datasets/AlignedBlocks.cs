using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>A managed array of <see cref="RunBlock"/> that starts on a cache line, so that reading a block touches one line.</summary>
internal sealed class AlignedBlocks
{
    private readonly byte[] _bytes;
    private readonly int _start;

    /// <summary>Makes blocks without runs.</summary>
    public unsafe AlignedBlocks(int length)
    {
        Length = length;

        // Pinned, or the garbage collector would move the array off its alignment.
        _bytes = GC.AllocateArray<byte>(checked((length + 1) * RunBlock.Size), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref _bytes[0]);
        _start = (int)((0 - address) & (RunBlock.Size - 1));
    }

    public int Length { get; }

    public ref RunBlock this[int position]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)Length, nameof(position));
            return ref BlockAt(position);
        }
    }

    /// <summary>Asks the processor to have a block in its cache soon. Any position may be asked for: one without a block changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int position)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref BlockAt(position)));
        }
    }

    /// <summary>The blocks at the given positions, in that order.</summary>
    public AlignedBlocks Gather(ReadOnlySpan<int> positions)
    {
        var gathered = new AlignedBlocks(positions.Length);
        for (int i = 0; i < positions.Length; i++)
        {
            gathered[i] = this[positions[i]];
        }

        return gathered;
    }

    /// <summary>A reference into the array keeps it alive, which a pointer would not when another thread lets go of the data set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref RunBlock BlockAt(int position)
    {
        ref byte first = ref MemoryMarshal.GetArrayDataReference(_bytes);
        return ref Unsafe.As<byte, RunBlock>(ref Unsafe.AddByteOffset(ref first, (nint)_start + ((nint)position * RunBlock.Size)));
    }
}
