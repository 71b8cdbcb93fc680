using System.Numerics;
using System.Runtime.InteropServices;

namespace NasBench.Analysis;

/// <summary>
/// The passes of the distance transform over operations: d = min(d, 1 + the least d of the points that differ in the operation of one vertex).
/// </summary>
internal static class OperationRelaxation
{
    /// <summary>Makes the passes over all interior vertices.</summary>
    /// <param name="rows">The distances of some graphs, a row of them for each labelling.</param>
    /// <param name="width">The number of graphs.</param>
    /// <param name="vertices">The number of interior vertices.</param>
    /// <param name="operations">The number of operations.</param>
    public static void Run(Span<byte> rows, int width, int vertices, int operations)
    {
        Span<byte> least = stackalloc byte[width];
        int labellings = rows.Length / width;
        int stride = 1;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            for (int labelling = 0; labelling < labellings; labelling++)
            {
                if (labelling / stride % operations == 0)
                {
                    Relax(rows, labelling, stride, operations, least);
                }
            }

            stride *= operations;
        }
    }

    /// <summary>The labellings that differ in one operation only, from the first of them on.</summary>
    private static void Relax(Span<byte> rows, int first, int stride, int operations, Span<byte> least)
    {
        int width = least.Length;
        rows.Slice(first * width, width).CopyTo(least);
        for (int operation = 1; operation < operations; operation++)
        {
            SetToLesser(least, rows.Slice((first + (operation * stride)) * width, width), 0);
        }

        // The point itself may be among the least: it does not come nearer by that.
        for (int operation = 0; operation < operations; operation++)
        {
            SetToLesser(rows.Slice((first + (operation * stride)) * width, width), least, 1);
        }
    }

    /// <summary>own = min(own, other + added).</summary>
    private static void SetToLesser(Span<byte> own, ReadOnlySpan<byte> other, byte added)
    {
        Span<Vector<byte>> vectors = MemoryMarshal.Cast<byte, Vector<byte>>(own);
        ReadOnlySpan<Vector<byte>> others = MemoryMarshal.Cast<byte, Vector<byte>>(other);
        var step = new Vector<byte>(added);
        for (int i = 0; i < vectors.Length && i < others.Length; i++)
        {
            vectors[i] = Vector.Min(vectors[i], others[i] + step);
        }

        for (int i = vectors.Length * Vector<byte>.Count; i < own.Length; i++)
        {
            own[i] = (byte)Math.Min(own[i], other[i] + added);
        }
    }
}
