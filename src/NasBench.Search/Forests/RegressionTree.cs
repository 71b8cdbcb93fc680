using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NasBench.Search;

/// <summary>One tree: its nodes in the order in which a walk meets them, so that the side without the bit follows a split at once.</summary>
internal sealed class RegressionTree
{
    /// <summary>The most words of samples that are scored at once: the sets of samples from the root to a leaf then stay in the cache.</summary>
    private const int BlockWords = 128;

    private TreeNode[] _nodes = [];

    /// <summary>The nodes.</summary>
    public ReadOnlySpan<TreeNode> Nodes => _nodes.AsSpan(0, Count);

    /// <summary>The number of nodes.</summary>
    public int Count { get; private set; }

    /// <summary>The words that <see cref="Score"/> works in, for trees of at most this depth.</summary>
    public static int ScratchLength(int maxDepth) => (maxDepth + 1) * BlockWords;

    /// <summary>Removes all nodes.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a node.</summary>
    /// <returns>Its place.</returns>
    public int Add(TreeNode node)
    {
        if (Count == _nodes.Length)
        {
            Array.Resize(ref _nodes, Math.Max(2 * Count, 64));
        }

        _nodes[Count] = node;
        return Count++;
    }

    /// <summary>Tells a split where its other side begins.</summary>
    public void SetRight(int place, int right) => _nodes[place] = _nodes[place] with { Right = right };

    /// <summary>The value of the leaf that a row comes to.</summary>
    /// <param name="row">The row.</param>
    /// <param name="features">Receives the features that were asked on the way: a bit for each, by its number modulo 64.</param>
    public double Predict(ReadOnlySpan<ulong> row, out ulong features)
    {
        ReadOnlySpan<TreeNode> nodes = Nodes;
        features = 0;
        int place = 0;
        while (true)
        {
            ref readonly TreeNode node = ref nodes[place];
            if (node.Right == 0)
            {
                return node.Value;
            }

            features |= 1UL << node.Feature;
            place = ((row[node.Word] >> node.Bit) & 1) == 0 ? place + 1 : node.Right;
        }
    }

    /// <summary>The values of the leaves that many samples come to.</summary>
    /// <param name="columns">The samples.</param>
    /// <param name="first">The first word of samples.</param>
    /// <param name="values">Receives a value for each sample from there on.</param>
    /// <param name="scratch">As many words as <see cref="ScratchLength"/> says.</param>
    public void Score(BitColumns columns, int first, Span<double> values, Span<ulong> scratch)
    {
        for (int done = 0; done < values.Length; done += BlockWords * 64)
        {
            Span<double> block = values.Slice(done, Math.Min(BlockWords * 64, values.Length - done));
            int words = (block.Length + 63) / 64;
            Span<ulong> all = scratch[..words];
            all.Fill(ulong.MaxValue);
            if (block.Length % 64 != 0)
            {
                all[^1] = (1UL << (block.Length % 64)) - 1;
            }

            Walk(0, columns, first + (done / 64), words, scratch, block);
        }
    }

    private static void Scatter(ReadOnlySpan<ulong> samples, double value, Span<double> values)
    {
        for (int word = 0; word < samples.Length; word++)
        {
            for (ulong rest = samples[word]; rest != 0; rest &= rest - 1)
            {
                values[(word * 64) + BitOperations.TrailingZeroCount(rest)] = value;
            }
        }
    }

    /// <summary>Keeps the samples that have a bit, or those that do not.</summary>
    /// <returns>Whether any is left.</returns>
    private static bool Select(ReadOnlySpan<ulong> samples, ReadOnlySpan<ulong> column, ulong flip, Span<ulong> kept)
    {
        ref ulong from = ref MemoryMarshal.GetReference(samples);
        ref ulong bits = ref MemoryMarshal.GetReference(column[..samples.Length]);
        ref ulong to = ref MemoryMarshal.GetReference(kept[..samples.Length]);
        Vector256<ulong> any = Vector256<ulong>.Zero;
        Vector256<ulong> flips = Vector256.Create(flip);
        int word = 0;
        for (; word + Vector256<ulong>.Count <= samples.Length; word += Vector256<ulong>.Count)
        {
            Vector256<ulong> left = Vector256.LoadUnsafe(ref from, (nuint)word) & (Vector256.LoadUnsafe(ref bits, (nuint)word) ^ flips);
            left.StoreUnsafe(ref to, (nuint)word);
            any |= left;
        }

        ulong rest = 0;
        for (; word < samples.Length; word++)
        {
            ulong left = samples[word] & (column[word] ^ flip);
            kept[word] = left;
            rest |= left;
        }

        return rest != 0 || any != Vector256<ulong>.Zero;
    }

    private void Walk(int place, BitColumns columns, int first, int words, Span<ulong> scratch, Span<double> values)
    {
        TreeNode node = _nodes[place];
        Span<ulong> samples = scratch[..words];
        if (node.Right == 0)
        {
            Scatter(samples, node.Value, values);
            return;
        }

        ReadOnlySpan<ulong> column = columns.Column(node.Column).Slice(first, words);
        Span<ulong> rest = scratch[words..];
        if (Select(samples, column, ulong.MaxValue, rest))
        {
            Walk(place + 1, columns, first, words, rest, values);
        }

        if (Select(samples, column, 0, rest))
        {
            Walk(node.Right, columns, first, words, rest, values);
        }
    }
}
