using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Md5 = NasBench.LaneMd5<
    NasBench.PairLanes<NasBench.Lanes128, System.Runtime.Intrinsics.Vector128<uint>>,
    NasBench.VectorPair<System.Runtime.Intrinsics.Vector128<uint>>>;

namespace NasBench;

/// <summary>
/// The module hash of one pruned cell: the messages of its vertices go through MD5 side by side, one vertex in each lane, in two vectors of four lanes.
/// A round then takes as long as the longest of its messages, not as all of them together.
/// </summary>
/// <remarks>
/// Eight lanes of 128-bit vectors are used whatever the machine has: the chain of steps sets the pace, and wider vectors do not shorten it. Messages
/// differ in length, so a lane whose message has ended keeps its digest while others go on.
/// </remarks>
internal static unsafe class VertexHasher
{
    private const byte Bar = (byte)'|';

    private const int Hex = ModuleHash.TextLength;

    private const int Lanes = 8;

    private const int StreamLanes = Lanes / 2;

    /// <summary>A vertex has at most six neighbours: 34 + 6 * 32 bytes and padding.</summary>
    private const int MaxBlocks = 4;

    private const int MessageSize = MaxBlocks * Md5Block.Size;

    public static bool IsSupported => Lanes128.IsSupported && BitConverter.IsLittleEndian;

    /// <summary>Hashes a pruned cell with only known operations.</summary>
    [SkipLocalsInit]
    public static ModuleHash Hash<TSpace>(Cell pruned)
        where TSpace : ISearchSpace<TSpace>
    {
        Workspace workspace;
        LoadFirstRound<TSpace>(pruned, &workspace);
        LayOut(pruned, &workspace);
        for (int round = 0; round < pruned.Vertices; round++)
        {
            Sort(pruned.Vertices, &workspace);
            WriteMessages(pruned.Vertices, &workspace);
            HashMessages(pruned.Vertices, &workspace);
        }

        Sort(pruned.Vertices, &workspace);
        return HashList(pruned.Vertices, &workspace);
    }

    private static void LoadFirstRound<TSpace>(Cell pruned, Workspace* workspace)
        where TSpace : ISearchSpace<TSpace>
    {
        uint mask = pruned.AdjacencyBits;
        for (int vertex = 0; vertex < pruned.Vertices; vertex++)
        {
            uint predecessors = Adjacency.Predecessors(mask, vertex);
            uint successors = Adjacency.Successors(mask, vertex);
            workspace->Predecessors[vertex] = (byte)predecessors;
            workspace->Successors[vertex] = (byte)successors;
            int degrees = FirstDigests.Degrees(BitOperations.PopCount(successors), BitOperations.PopCount(predecessors));
            SetDigest(workspace, vertex, Vector128.Create(FirstDigests.Digest<TSpace>(degrees, FirstDigests.LabelOf(pruned, vertex))));
        }
    }

    /// <summary>Writes what stays the same in all rounds: bars, padding and lengths, and which lanes are active in which block.</summary>
    private static void LayOut(Cell pruned, Workspace* workspace)
    {
        new Span<byte>(workspace->Messages, Lanes * MessageSize).Clear();
        new Span<uint>(workspace->Active, MaxBlocks * Lanes).Clear();
        workspace->Blocks = 0;
        for (int vertex = 0; vertex < pruned.Vertices; vertex++)
        {
            byte* message = workspace->Messages + (vertex * MessageSize);
            int length = BitOperations.PopCount(workspace->Predecessors[vertex]) * Hex;
            message[length++] = Bar;
            length += BitOperations.PopCount(workspace->Successors[vertex]) * Hex;
            message[length++] = Bar;
            length += Hex;
            int blocks = Md5Block.Pad(new Span<byte>(message, MessageSize), length).Length / Md5Block.Size;
            workspace->Blocks = Math.Max(workspace->Blocks, blocks);
            for (int block = 0; block < blocks; block++)
            {
                workspace->Active[(block * Lanes) + vertex] = uint.MaxValue;
            }
        }
    }

    /// <summary>Ranks the digests by counting, without branches: equal ones in the order of their vertices.</summary>
    private static void Sort(int vertices, Workspace* workspace)
    {
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            ulong high = workspace->High[vertex];
            ulong low = workspace->Low[vertex];
            int rank = vertex;
            for (int earlier = 0; earlier < vertex; earlier++)
            {
                ulong otherHigh = workspace->High[earlier];
                bool less = (high < otherHigh) | ((high == otherHigh) & (low < workspace->Low[earlier]));
                int step = Unsafe.BitCast<bool, byte>(less);
                workspace->Ranks[earlier] += (byte)step;
                rank -= step;
            }

            workspace->Ranks[vertex] = (byte)rank;
        }

        for (int vertex = 0; vertex < vertices; vertex++)
        {
            workspace->Order[workspace->Ranks[vertex]] = (byte)vertex;
        }
    }

    private static void WriteMessages(int vertices, Workspace* workspace)
    {
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            byte* message = workspace->Messages + (vertex * MessageSize);
            message = WriteTexts(workspace->Predecessors[vertex], workspace, message) + 1;
            message = WriteTexts(workspace->Successors[vertex], workspace, message) + 1;
            WriteText(workspace, vertex, message);
        }
    }

    /// <summary>Writes the texts of some vertices in the order of their digests.</summary>
    private static byte* WriteTexts(uint chosen, Workspace* workspace, byte* message)
    {
        uint ranks = 0;
        for (; chosen != 0; chosen &= chosen - 1)
        {
            ranks |= 1u << workspace->Ranks[BitOperations.TrailingZeroCount(chosen)];
        }

        for (; ranks != 0; ranks &= ranks - 1, message += Hex)
        {
            WriteText(workspace, workspace->Order[BitOperations.TrailingZeroCount(ranks)], message);
        }

        return message;
    }

    private static void WriteText(Workspace* workspace, int vertex, byte* message)
    {
        byte* text = workspace->Texts + (vertex * Hex);
        Vector128.Load(text).Store(message);
        Vector128.Load(text + Vector128<byte>.Count).Store(message + Vector128<byte>.Count);
    }

    private static void HashMessages(int vertices, Workspace* workspace)
    {
        VectorPair<Vector128<uint>>* state = stackalloc VectorPair<Vector128<uint>>[Md5.StateWords];
        VectorPair<Vector128<uint>>* previous = stackalloc VectorPair<Vector128<uint>>[Md5.StateWords];
        VectorPair<Vector128<uint>>* words = stackalloc VectorPair<Vector128<uint>>[Md5.BlockWords];
        Md5.Start(state);
        for (int block = 0; block < workspace->Blocks; block++)
        {
            Transpose(workspace->Messages + (block * Md5Block.Size), words);
            Copy(state, previous);
            Md5.Compress(state, words);
            KeepEnded(state, previous, workspace->Active + (block * Lanes));
        }

        var word = (uint*)state;
        for (int vertex = 0; vertex < vertices; vertex++, word++)
        {
            SetDigest(workspace, vertex, Vector128.Create(word[0], word[Lanes], word[2 * Lanes], word[3 * Lanes]).AsByte());
        }
    }

    /// <summary>Collects the words of one block of all messages, one in each lane.</summary>
    private static void Transpose(byte* messages, VectorPair<Vector128<uint>>* words)
    {
        for (int word = 0; word < Md5.BlockWords; word++, messages += sizeof(uint))
        {
            words[word] = new(Collect(messages), Collect(messages + (StreamLanes * MessageSize)));
        }
    }

    /// <summary>A word of four messages.</summary>
    private static Vector128<uint> Collect(byte* messages)
    {
        return Vector128.Create(
            *(uint*)messages, *(uint*)(messages + MessageSize), *(uint*)(messages + (2 * MessageSize)), *(uint*)(messages + (3 * MessageSize)));
    }

    private static void Copy(VectorPair<Vector128<uint>>* source, VectorPair<Vector128<uint>>* destination)
    {
        for (int word = 0; word < Md5.StateWords; word++)
        {
            destination[word] = source[word];
        }
    }

    /// <summary>Gives their digests back to the lanes whose message ended before this block.</summary>
    private static void KeepEnded(VectorPair<Vector128<uint>>* state, VectorPair<Vector128<uint>>* previous, uint* active)
    {
        var mask = new VectorPair<Vector128<uint>>(Vector128.Load(active), Vector128.Load(active + StreamLanes));
        for (int word = 0; word < Md5.StateWords; word++)
        {
            state[word] = PairLanes<Lanes128, Vector128<uint>>.Select(mask, state[word], previous[word]);
        }
    }

    /// <summary>Keeps a digest both as numbers that sort like its bytes and as hexadecimal text.</summary>
    private static void SetDigest(Workspace* workspace, int vertex, Vector128<byte> digest)
    {
        var hash = new ModuleHash(
            BinaryPrimitives.ReverseEndianness(digest.AsUInt64().ToScalar()),
            BinaryPrimitives.ReverseEndianness(digest.AsUInt64().GetElement(1)));
        workspace->High[vertex] = hash.High;
        workspace->Low[vertex] = hash.Low;
        Vector128<uint> words = Lanes128.ReverseBytes(digest.AsUInt32());
        Vector128<uint> upper = Lanes128.UpperHex(words);
        Vector128<uint> lower = Lanes128.LowerHex(words);
        byte* text = workspace->Texts + (vertex * Hex);
        Vector128.Create(upper[0], lower[0], upper[1], lower[1]).AsByte().Store(text);
        Vector128.Create(upper[2], lower[2], upper[3], lower[3]).AsByte().Store(text + Vector128<byte>.Count);
    }

    /// <summary>Hashes what Python prints for the sorted list: ['aa...', 'bb...'].</summary>
    private static ModuleHash HashList(int vertices, Workspace* workspace)
    {
        Span<byte> message = new(workspace->Messages, Lanes * MessageSize);
        int length = DigestList.Write(
            new ReadOnlySpan<byte>(workspace->Order, vertices), new ReadOnlySpan<byte>(workspace->Texts, Lanes * Hex), message);
        return Md5Block.Hash(Md5Block.Pad(message, length));
    }

    /// <summary>All memory of one call: about 3 KB.</summary>
    private struct Workspace
    {
        public fixed byte Messages[Lanes * MessageSize];
        public fixed uint Active[MaxBlocks * Lanes];
        public fixed byte Texts[Lanes * Hex];
        public fixed ulong High[Lanes];
        public fixed ulong Low[Lanes];
        public fixed byte Predecessors[Lanes];
        public fixed byte Successors[Lanes];
        public fixed byte Ranks[Lanes];
        public fixed byte Order[Lanes];
        public int Blocks;
    }
}
