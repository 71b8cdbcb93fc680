using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;

namespace NasBench.Export;

/// <summary>A column of numbers, laid out as an Arrow file holds it: the numbers, and a bit for each that says whether it is there.</summary>
/// <param name="capacity">The most numbers.</param>
internal sealed class ArrowNumbers<T>(int capacity)
    where T : unmanaged
{
    private readonly byte[] _values = new byte[checked(capacity * Unsafe.SizeOf<T>())];
    private readonly byte[] _validity = new byte[(capacity + 7) / 8];

    public int Count { get; private set; }

    public int NullCount { get; private set; }

    public ArrowBuffer Values => new(_values.AsMemory(0, Count * Unsafe.SizeOf<T>()));

    /// <summary>Not needed where every number is there.</summary>
    public ArrowBuffer Validity => NullCount == 0 ? ArrowBuffer.Empty : new(_validity.AsMemory(0, (Count + 7) / 8));

    public void Clear()
    {
        Count = 0;
        NullCount = 0;
        _validity.AsSpan().Clear();
    }

    public void Add(T value, bool isThere = true)
    {
        MemoryMarshal.Cast<byte, T>(_values.AsSpan())[Count] = value;
        if (isThere)
        {
            BitUtility.SetBit(_validity, Count);
        }
        else
        {
            NullCount++;
        }

        Count++;
    }
}
