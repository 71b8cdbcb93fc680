using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench;

/// <summary>
/// The module hash of one pruned cell: the messages of its vertices go through MD5 side by side, one vertex a lane, in two vectors of four lanes. A round then takes
/// as long as the longest of its messages, not as all of them.
/// </summary>
/// <remarks>
/// Eight lanes of 128-bit vectors are used whatever the machine has: the chain of steps sets the pace, and wider vectors have no shorter one. Messages
/// differ in length, so a lane whose message has ended keeps its digest while others go on.
/// </remarks>
internal static unsafe class VertexHasher
{
    private const byte Bar = (byte)'|';

    private const int Hex = ModuleHash.TextLength;

    private const int Lanes = 8;

    private const int Streams = 2;

    private const int StreamLanes = Lanes / Streams;

    /// <summary>A vertex has at most six neighbours: 34 + 6 * 32 bytes and padding.</summary>
    private const int MaxBlocks = 4;

    private const int MessageSize = MaxBlocks * Md5Block.Size;

    private const int BlockWords = Md5Block.Size / sizeof(uint);

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
            int degrees = FirstRound.Degrees(BitOperations.PopCount(successors), BitOperations.PopCount(predecessors));
            SetDigest(workspace, vertex, Vector128.Create(FirstRound.Digest<TSpace>(degrees, FirstRound.LabelOf(pruned, vertex))));
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
        Vector128<uint>* state = stackalloc Vector128<uint>[Streams * LaneMd5<Lanes128, Vector128<uint>>.StateWords];
        Vector128<uint>* previous = stackalloc Vector128<uint>[Streams * LaneMd5<Lanes128, Vector128<uint>>.StateWords];
        Vector128<uint>* words = stackalloc Vector128<uint>[Streams * BlockWords];
        LaneMd5<Lanes128, Vector128<uint>>.Start(state);
        LaneMd5<Lanes128, Vector128<uint>>.Start(state + LaneMd5<Lanes128, Vector128<uint>>.StateWords);
        for (int block = 0; block < workspace->Blocks; block++)
        {
            Transpose(workspace->Messages + (block * Md5Block.Size), words);
            Transpose(workspace->Messages + (StreamLanes * MessageSize) + (block * Md5Block.Size), words + BlockWords);
            Copy(state, previous);
            LaneMd5<Lanes128, Vector128<uint>>.CompressPair(state, words, words + BlockWords);
            KeepEnded(state, previous, workspace->Active + (block * Lanes));
        }

        var digests = (uint*)state;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            uint* word = digests + (vertex / StreamLanes * StreamLanes * StreamLanes) + (vertex % StreamLanes);
            SetDigest(workspace, vertex, Vector128.Create(word[0], word[StreamLanes], word[2 * StreamLanes], word[3 * StreamLanes]).AsByte());
        }
    }

    /// <summary>Collects the words of one block of four messages, a message a lane.</summary>
    private static void Transpose(byte* messages, Vector128<uint>* words)
    {
        var first = (uint*)messages;
        var second = (uint*)(messages + MessageSize);
        var third = (uint*)(messages + (2 * MessageSize));
        var fourth = (uint*)(messages + (3 * MessageSize));
        for (int word = 0; word < BlockWords; word++)
        {
            words[word] = Vector128.Create(first[word], second[word], third[word], fourth[word]);
        }
    }

    private static void Copy(Vector128<uint>* source, Vector128<uint>* destination)
    {
        for (int word = 0; word < Streams * LaneMd5<Lanes128, Vector128<uint>>.StateWords; word++)
        {
            destination[word] = source[word];
        }
    }

    /// <summary>Gives the lanes whose message had ended before this block their digest back.</summary>
    private static void KeepEnded(Vector128<uint>* state, Vector128<uint>* previous, uint* active)
    {
        Vector128<uint> first = Vector128.Load(active);
        Vector128<uint> second = Vector128.Load(active + StreamLanes);
        for (int word = 0; word < LaneMd5<Lanes128, Vector128<uint>>.StateWords; word++)
        {
            state[word] = Lanes128.Select(first, state[word], previous[word]);
            state[word + StreamLanes] = Lanes128.Select(second, state[word + StreamLanes], previous[word + StreamLanes]);
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
        byte* text = workspace->Texts + (vertex * Hex);
        ToHex(Vector128.WidenLower(digest)).Store(text);
        ToHex(Vector128.WidenUpper(digest)).Store(text + Vector128<byte>.Count);
    }

    /// <summary>Two digits for each of eight bytes, high nibble first.</summary>
    private static Vector128<byte> ToHex(Vector128<ushort> bytes)
    {
        Vector128<ushort> nibbles = (bytes >>> 4) | ((bytes & Vector128.Create((ushort)0xF)) << 8);
        return Lanes128.HexDigits(nibbles.AsUInt32()).AsByte();
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
