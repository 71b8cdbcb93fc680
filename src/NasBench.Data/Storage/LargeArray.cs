using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>
/// A managed array that may be tens of megabytes long and is read and written in random order: it starts on a cache line, and lies on large pages where the
/// system has them.
/// </summary>
/// <remarks>
/// The first touch of a page costs a fault, and a random access a walk through the page tables; both are several times the work of storing a record. With pages
/// of 2 MB there are 500 times fewer of them: for 64 MB, 6 ms of faults instead of 240 on the virtual machine where this was measured. It is advice: a system
/// that does not take it loses nothing but time.
/// </remarks>
internal sealed class LargeArray<T>
    where T : unmanaged
{
    private const int LineSize = 64;

    private readonly byte[] _bytes;
    private readonly int _start;

    /// <summary>Makes an array of zeros.</summary>
    public unsafe LargeArray(int length)
    {
        Length = length;
        int size = checked(length * sizeof(T));
        int alignment = size >= LargePages.Size ? LargePages.Size : LineSize;

        // Pinned, or the garbage collector would move the array off its alignment. The last page is its own up to the end.
        int padded = checked((size + alignment - 1) / alignment * alignment);
        _bytes = GC.AllocateArray<byte>(checked(padded + alignment - 1), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_bytes));
        _start = (int)((0 - address) & (nuint)(alignment - 1));
        if (alignment == LargePages.Size)
        {
            LargePages.Advise(address + (nuint)_start, padded);
        }
    }

    public int Length { get; }

    /// <summary>All elements.</summary>
    public Span<T> Span => MemoryMarshal.CreateSpan(ref At(0), Length);

    public ref T this[int position]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)Length, nameof(position));
            return ref At(position);
        }
    }

    /// <summary>Asks the processor to have an element in its cache soon. Any position may be asked for: one without an element changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int position)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref At(position)));
        }
    }

    /// <summary>The elements at the given positions, in that order.</summary>
    public LargeArray<T> Gather(ReadOnlySpan<int> positions)
    {
        var gathered = new LargeArray<T>(positions.Length);
        for (int i = 0; i < positions.Length; i++)
        {
            gathered[i] = this[positions[i]];
        }

        return gathered;
    }

    /// <summary>A reference into the array keeps it alive, which a pointer would not when another thread lets go of the data set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref T At(int position)
    {
        ref byte first = ref MemoryMarshal.GetArrayDataReference(_bytes);
        return ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref first, (nint)_start + ((nint)position * Unsafe.SizeOf<T>())));
    }
}
