using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The module hash of one pruned cell without vectors.</summary>
internal static class ScalarHasher
{
    private const byte Bar = (byte)'|';

    /// <summary>A digest as hexadecimal text.</summary>
    private const int Hex = ModuleHash.TextLength;

    /// <summary>The text of a list has each digest in quotes, with a comma and a blank between two.</summary>
    private const int ListItem = Hex + 4;

    /// <summary>The longest message, that of the final list.</summary>
    private const int LongestMessage = Cell.MaxVertices * ListItem;

    [SkipLocalsInit]
    public static ModuleHash Hash<TSpace>(Cell pruned)
        where TSpace : ISearchSpace<TSpace>
    {
        int vertices = pruned.Vertices;
        uint mask = pruned.AdjacencyBits;
        Span<byte> predecessors = stackalloc byte[Cell.MaxVertices];
        Span<byte> successors = stackalloc byte[Cell.MaxVertices];
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            predecessors[vertex] = (byte)Adjacency.Predecessors(mask, vertex);
            successors[vertex] = (byte)Adjacency.Successors(mask, vertex);
        }

        Span<ModuleHash> digests = stackalloc ModuleHash[Cell.MaxVertices];
        digests = digests[..vertices];
        LoadFirstRound<TSpace>(pruned, predecessors, successors, digests);

        Span<byte> order = stackalloc byte[Cell.MaxVertices];
        order = order[..vertices];
        Span<byte> texts = stackalloc byte[Cell.MaxVertices * Hex];
        Span<byte> message = stackalloc byte[(LongestMessage / Md5Block.Size * Md5Block.Size) + (2 * Md5Block.Size)];
        for (int round = 0; round < vertices; round++)
        {
            Sort(digests, order);
            Format(digests, texts);
            for (int vertex = 0; vertex < vertices; vertex++)
            {
                int length = WriteTexts(predecessors[vertex], order, texts, message, 0);
                message[length++] = Bar;
                length = WriteTexts(successors[vertex], order, texts, message, length);
                message[length++] = Bar;
                texts.Slice(vertex * Hex, Hex).CopyTo(message[length..]);
                digests[vertex] = Md5Block.Hash(Md5Block.Pad(message, length + Hex));
            }
        }

        Sort(digests, order);
        Format(digests, texts);
        return Md5Block.Hash(Md5Block.Pad(message, DigestList.Write(order, texts, message)));
    }

    /// <summary>Looks up the digests of "(out-degree, in-degree, label)" in the generated table.</summary>
    private static void LoadFirstRound<TSpace>(Cell pruned, ReadOnlySpan<byte> predecessors, ReadOnlySpan<byte> successors, Span<ModuleHash> digests)
        where TSpace : ISearchSpace<TSpace>
    {
        for (int vertex = 0; vertex < digests.Length; vertex++)
        {
            int degrees = FirstDigests.Degrees(BitOperations.PopCount(successors[vertex]), BitOperations.PopCount(predecessors[vertex]));
            digests[vertex] = ModuleHash.FromBytes(FirstDigests.Digest<TSpace>(degrees, FirstDigests.LabelOf(pruned, vertex)));
        }
    }

    /// <summary>Lists the vertices by ascending digest (insertion sort: at most seven).</summary>
    private static void Sort(ReadOnlySpan<ModuleHash> digests, Span<byte> order)
    {
        for (int vertex = 0; vertex < digests.Length; vertex++)
        {
            int position = vertex;
            while (position > 0 && digests[order[position - 1]].CompareTo(digests[vertex]) > 0)
            {
                order[position] = order[position - 1];
                position--;
            }

            order[position] = (byte)vertex;
        }
    }

    private static void Format(ReadOnlySpan<ModuleHash> digests, Span<byte> texts)
    {
        for (int vertex = 0; vertex < digests.Length; vertex++)
        {
            digests[vertex].TryFormat(texts.Slice(vertex * Hex, Hex), out _);
        }
    }

    /// <summary>Appends the texts of some vertices in ascending order.</summary>
    private static int WriteTexts(uint chosen, ReadOnlySpan<byte> order, ReadOnlySpan<byte> texts, Span<byte> message, int length)
    {
        foreach (byte vertex in order)
        {
            if (((chosen >> vertex) & 1) != 0)
            {
                texts.Slice(vertex * Hex, Hex).CopyTo(message[length..]);
                length += Hex;
            }
        }

        return length;
    }
}
