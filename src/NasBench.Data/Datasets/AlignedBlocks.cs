using System.Runtime.CompilerServices;

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
            ref byte first = ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_bytes);
            return ref Unsafe.As<byte, RunBlock>(ref Unsafe.AddByteOffset(ref first, (nint)_start + ((nint)position * RunBlock.Size)));
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
}
