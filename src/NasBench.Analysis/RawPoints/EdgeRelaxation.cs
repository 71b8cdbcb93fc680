using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NasBench.Analysis;

/// <summary>
/// The passes of the distance transform over edges: of the graphs of one labelling, a byte each, one pass makes d = min(d, 1 + d of the graph with one edge
/// flipped).
/// </summary>
internal static class EdgeRelaxation
{
    /// <summary>Passes over the edges below this one stay within a part of the graphs that the first-level cache holds.</summary>
    private const int CachedEdges = 14;

    /// <summary>The edges whose flip stays within a vector of 16 bytes.</summary>
    private const int ShuffledEdges = 4;

    /// <summary>Makes the passes over all edges.</summary>
    /// <param name="distances">The distances of all graphs: 2^edges of them, each less than 255.</param>
    /// <param name="edges">The number of edges.</param>
    public static void Run(Span<byte> distances, int edges)
    {
        int cached = Math.Min(edges, CachedEdges);
        for (int start = 0; start < distances.Length; start += 1 << cached)
        {
            Span<byte> part = distances.Slice(start, 1 << cached);
            RelaxFirst(part, Math.Min(edges, ShuffledEdges));
            for (int edge = ShuffledEdges; edge < cached; edge++)
            {
                Relax(part, 1 << edge);
            }
        }

        for (int edge = cached; edge < edges; edge++)
        {
            Relax(distances, 1 << edge);
        }
    }

    /// <summary>The first edges: the partner of a graph is in the same vector.</summary>
    private static void RelaxFirst(Span<byte> distances, int edges)
    {
        if (edges < ShuffledEdges)
        {
            RelaxFew(distances, edges);
            return;
        }

        var places = Vector128.CreateSequence((byte)0, (byte)1);
        foreach (ref Vector128<byte> vector in MemoryMarshal.Cast<byte, Vector128<byte>>(distances))
        {
            Vector128<byte> own = vector;
            own = Vector128.Min(own, Vector128.Shuffle(own, places ^ Vector128.Create((byte)1)) + Vector128<byte>.One);
            own = Vector128.Min(own, Vector128.Shuffle(own, places ^ Vector128.Create((byte)2)) + Vector128<byte>.One);
            own = Vector128.Min(own, Vector128.Shuffle(own, places ^ Vector128.Create((byte)4)) + Vector128<byte>.One);
            vector = Vector128.Min(own, Vector128.Shuffle(own, places ^ Vector128.Create((byte)8)) + Vector128<byte>.One);
        }
    }

    /// <summary>All edges of a space so small that its graphs do not fill a vector.</summary>
    private static void RelaxFew(Span<byte> distances, int edges)
    {
        for (int edge = 0; edge < edges; edge++)
        {
            for (int graph = 0; graph < distances.Length; graph++)
            {
                int partner = distances[graph ^ (1 << edge)];
                distances[graph] = (byte)Math.Min(distances[graph], partner + 1);
            }
        }
    }

    /// <summary>One edge, whose graphs without it and with it follow each other in runs of <paramref name="half"/>.</summary>
    private static void Relax(Span<byte> distances, int half)
    {
        for (int start = 0; start < distances.Length; start += 2 * half)
        {
            Span<byte> without = distances.Slice(start, half);
            Span<byte> with = distances.Slice(start + half, half);
            if (half < Vector<byte>.Count)
            {
                RelaxPairs(MemoryMarshal.Cast<byte, Vector128<byte>>(without), MemoryMarshal.Cast<byte, Vector128<byte>>(with));
            }
            else
            {
                RelaxPairs(MemoryMarshal.Cast<byte, Vector<byte>>(without), MemoryMarshal.Cast<byte, Vector<byte>>(with));
            }
        }
    }

    private static void RelaxPairs(Span<Vector128<byte>> without, Span<Vector128<byte>> with)
    {
        for (int i = 0; i < without.Length && i < with.Length; i++)
        {
            Vector128<byte> first = without[i];
            Vector128<byte> second = with[i];
            without[i] = Vector128.Min(first, second + Vector128<byte>.One);
            with[i] = Vector128.Min(second, first + Vector128<byte>.One);
        }
    }

    private static void RelaxPairs(Span<Vector<byte>> without, Span<Vector<byte>> with)
    {
        for (int i = 0; i < without.Length && i < with.Length; i++)
        {
            Vector<byte> first = without[i];
            Vector<byte> second = with[i];
            without[i] = Vector.Min(first, second + Vector<byte>.One);
            with[i] = Vector.Min(second, first + Vector<byte>.One);
        }
    }
}
