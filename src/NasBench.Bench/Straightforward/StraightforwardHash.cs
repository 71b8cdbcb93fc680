using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NasBench.Bench;

/// <summary>
/// The module hash as a direct translation of the original's <c>hash_module</c>: one <see cref="MD5.HashData(ReadOnlySpan{byte}, Span{byte})"/> a message,
/// spans instead of strings, and the first digests from a table.
/// </summary>
public static class StraightforwardHash
{
    private const int Labels = 5;
    private const int Degrees = 7;
    private const int Hex = 2 * MD5.HashSizeInBytes;

    /// <summary>The digests of "(out, in, label)" in hexadecimal.</summary>
    private static readonly byte[][] s_firstDigests = BuildFirstDigests();

    /// <summary>Hashes a pruned cell of at most seven vertices.</summary>
    public static UInt128 Hash(ReadOnlySpan<byte> matrix, ReadOnlySpan<sbyte> labels)
    {
        int vertices = labels.Length;
        Span<byte> digests = stackalloc byte[Degrees * Hex];
        Span<byte> next = stackalloc byte[Degrees * Hex];
        Span<byte> message = stackalloc byte[Degrees * (Hex + 4)];
        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
        Span<int> order = stackalloc int[vertices];
        LoadFirstDigests(matrix, labels, digests);
        for (int round = 0; round < vertices; round++)
        {
            Sort(digests, order);
            for (int vertex = 0; vertex < vertices; vertex++)
            {
                int length = 0;
                foreach (int other in order)
                {
                    if (matrix[(other * vertices) + vertex] != 0)
                    {
                        Append(DigestOf(digests, other), message, ref length);
                    }
                }

                message[length++] = (byte)'|';
                foreach (int other in order)
                {
                    if (matrix[(vertex * vertices) + other] != 0)
                    {
                        Append(DigestOf(digests, other), message, ref length);
                    }
                }

                message[length++] = (byte)'|';
                Append(DigestOf(digests, vertex), message, ref length);
                MD5.HashData(message[..length], digest);
                Convert.TryToHexStringLower(digest, DigestOf(next, vertex), out _);
            }

            next.CopyTo(digests);
        }

        Sort(digests, order);
        MD5.HashData(message[..WriteList(digests, order, message)], digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    /// <summary>Hashes pruned cells one after the other.</summary>
    public static int HashAll(ReadOnlySpan<StraightforwardCell> cells, Span<UInt128> hashes)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            hashes[i] = Hash(cells[i].Matrix, cells[i].Labels);
        }

        return cells.Length;
    }

    private static byte[][] BuildFirstDigests()
    {
        var digests = new byte[Degrees * Degrees * Labels][];
        for (int entry = 0; entry < digests.Length; entry++)
        {
            string text = $"({entry / Labels / Degrees}, {entry / Labels % Degrees}, {(entry % Labels) + StraightforwardCell.OutputLabel})";
            digests[entry] = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(MD5.HashData(Encoding.ASCII.GetBytes(text))));
        }

        return digests;
    }

    private static void LoadFirstDigests(ReadOnlySpan<byte> matrix, ReadOnlySpan<sbyte> labels, Span<byte> digests)
    {
        int vertices = labels.Length;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            int outDegree = 0;
            int inDegree = 0;
            for (int other = 0; other < vertices; other++)
            {
                outDegree += matrix[(vertex * vertices) + other];
                inDegree += matrix[(other * vertices) + vertex];
            }

            s_firstDigests[(((outDegree * Degrees) + inDegree) * Labels) + labels[vertex] - StraightforwardCell.OutputLabel].CopyTo(DigestOf(digests, vertex));
        }
    }

    /// <summary>Lists the vertices by ascending digest.</summary>
    private static void Sort(ReadOnlySpan<byte> digests, Span<int> order)
    {
        for (int vertex = 0; vertex < order.Length; vertex++)
        {
            int position = vertex;
            while (position > 0 && DigestOf(digests, order[position - 1]).SequenceCompareTo(DigestOf(digests, vertex)) > 0)
            {
                order[position] = order[position - 1];
                position--;
            }

            order[position] = vertex;
        }
    }

    /// <summary>What Python prints for the sorted list of digests: ['aa...', 'bb...'].</summary>
    private static int WriteList(ReadOnlySpan<byte> digests, ReadOnlySpan<int> order, Span<byte> message)
    {
        int length = 0;
        Append("['"u8, message, ref length);
        for (int i = 0; i < order.Length; i++)
        {
            if (i > 0)
            {
                Append("', '"u8, message, ref length);
            }

            Append(DigestOf(digests, order[i]), message, ref length);
        }

        Append("']"u8, message, ref length);
        return length;
    }

    private static void Append(ReadOnlySpan<byte> text, Span<byte> message, ref int length)
    {
        text.CopyTo(message[length..]);
        length += text.Length;
    }

    private static Span<byte> DigestOf(Span<byte> digests, int vertex) => digests.Slice(vertex * Hex, Hex);

    private static ReadOnlySpan<byte> DigestOf(ReadOnlySpan<byte> digests, int vertex) => digests.Slice(vertex * Hex, Hex);
}
