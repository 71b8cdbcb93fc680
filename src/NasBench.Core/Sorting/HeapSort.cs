using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Sorts numbers in place without allocating: in native builds, each call of the runtime's own sort allocates a delegate.</summary>
internal static class HeapSort
{
    /// <summary>Sorts in ascending order, in n log n steps at most.</summary>
    public static void Sort<T>(Span<T> values)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        for (int root = (values.Length / 2) - 1; root >= 0; root--)
        {
            SiftDown(values, root);
        }

        for (int last = values.Length - 1; last > 0; last--)
        {
            (values[0], values[last]) = (values[last], values[0]);
            SiftDown(values[..last], 0);
        }
    }

    /// <summary>Moves a value below its larger children.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SiftDown<T>(Span<T> heap, int root)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        T value = heap[root];
        for (int child; (child = (2 * root) + 1) < heap.Length; root = child)
        {
            if (child + 1 < heap.Length && heap[child + 1] > heap[child])
            {
                child++;
            }

            if (heap[child] <= value)
            {
                break;
            }

            heap[root] = heap[child];
        }

        heap[root] = value;
    }
}
