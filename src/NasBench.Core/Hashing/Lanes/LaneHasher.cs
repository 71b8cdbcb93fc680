using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// Hashes cells of one topology side by side, a cell a lane, two vectors of cells at once. As all lanes have the same edges, every message has the same
/// shape in all of them: no lane waits for another, and digests never leave the layout in which MD5 makes and takes them.
/// </summary>
/// <remarks>Workspace on the stack: for AVX-512 about 30 KB (digests 11 KB, two messages of five blocks 10 KB, a sorted list of seven 5 KB, the next digests 3.5 KB).</remarks>
internal static unsafe class LaneHasher<TSpace, TLanes, TVector>
    where TSpace : ISearchSpace<TSpace>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int Streams = 2;

    private const int MessageWords = 5 * 16;

    /// <summary>Cells hashed at once.</summary>
    public static int Width => Streams * TLanes.Count;

    /// <summary>Hashes up to <see cref="Width"/> pruned cells with the same vertices and edges and only known operations.</summary>
    /// <param name="cells">The cells, one or more.</param>
    /// <param name="hashes">Receives their hashes.</param>
    [SkipLocalsInit]
    public static void Hash(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes)
    {
        int alignment = sizeof(TVector);
        byte* memory = stackalloc byte[(sizeof(TVector) * Workspace.Vectors) + alignment];
        var start = (TVector*)(((nint)memory + alignment - 1) & -(nint)alignment);
        var workspace = new Workspace(start, cells[0]);
        LoadFirstRound(cells, workspace);
        for (int round = 0; round < workspace.Vertices; round++)
        {
            Round(workspace);
        }

        Finish(workspace);
        Store(workspace.Next, hashes[..cells.Length]);
    }

    /// <summary>Looks the digests of "(out-degree, in-degree, label)" up. Degrees are those of the topology, labels differ from lane to lane.</summary>
    private static void LoadFirstRound(ReadOnlySpan<Cell> cells, in Workspace workspace)
    {
        uint* operations = stackalloc uint[Streams * 16];
        for (int lane = 0; lane < Width; lane++)
        {
            // Lanes without a cell repeat the last one.
            operations[lane] = cells[Math.Min(lane, cells.Length - 1)].OperationBits;
        }

        TVector* words = stackalloc TVector[LaneDigest.BinaryWords];
        int last = workspace.Vertices - 1;
        for (int stream = 0; stream < Streams; stream++)
        {
            TVector bits = Unsafe.ReadUnaligned<TVector>(operations + (stream * TLanes.Count));
            for (int vertex = 0; vertex <= last; vertex++)
            {
                int degrees = FirstRound.Degrees(workspace.OutDegree(vertex), workspace.InDegree(vertex));
                if (vertex == 0 || vertex == last)
                {
                    CreateDigest(degrees, FirstRound.LabelOf(cells[0], vertex), words);
                }
                else
                {
                    int shift = Cell.OperationWidth * (vertex - 1);
                    SelectDigests(degrees, TLanes.And(TLanes.ShiftRight(bits, shift), TLanes.Create(Cell.OperationMask)), words);
                }

                LaneDigests<TLanes, TVector>.Write(workspace.Digest(stream, vertex), words);
            }
        }
    }

    private static void SelectDigests(int degrees, TVector labels, TVector* words)
    {
        TVector* candidate = stackalloc TVector[LaneDigest.BinaryWords];
        CreateDigest(degrees, 0, words);
        for (int label = 1; label < TSpace.OperationCount; label++)
        {
            CreateDigest(degrees, label, candidate);
            TVector chosen = TLanes.Equal(labels, TLanes.Create((uint)label));
            for (int word = 0; word < LaneDigest.BinaryWords; word++)
            {
                words[word] = TLanes.Select(chosen, candidate[word], words[word]);
            }
        }
    }

    private static void CreateDigest(int degrees, int label, TVector* words)
    {
        ReadOnlySpan<byte> digest = FirstRound.Digest<TSpace>(degrees, label);
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            words[word] = TLanes.Create(BinaryPrimitives.ReadUInt32LittleEndian(digest[(word * sizeof(uint))..]));
        }
    }

    /// <summary>Replaces each digest by that of its neighbourhood.</summary>
    private static void Round(in Workspace workspace)
    {
        for (int vertex = 0; vertex < workspace.Vertices; vertex++)
        {
            int blocks = 0;
            for (int stream = 0; stream < Streams; stream++)
            {
                blocks = WriteNeighbourhood(workspace, stream, vertex);
            }

            TVector* next = workspace.Next + (vertex * Streams * LaneDigest.BinaryWords);
            LaneMd5<TLanes, TVector>.HashPair(workspace.Message(0), workspace.Message(1), blocks, next);
        }

        for (int vertex = 0; vertex < workspace.Vertices; vertex++)
        {
            for (int stream = 0; stream < Streams; stream++)
            {
                TVector* next = workspace.Next + (((vertex * Streams) + stream) * LaneDigest.BinaryWords);
                LaneDigests<TLanes, TVector>.Write(workspace.Digest(stream, vertex), next);
            }
        }
    }

    /// <summary>Predecessors in order, a bar, successors in order, a bar, the vertex itself.</summary>
    private static int WriteNeighbourhood(in Workspace workspace, int stream, int vertex)
    {
        TVector* words = workspace.Message(stream);
        var message = new LaneMessage<TLanes, TVector>(words);
        AppendSorted(ref message, workspace, stream, workspace.Predecessors(vertex));
        message.AppendPart('|', 8);
        AppendSorted(ref message, workspace, stream, workspace.Successors(vertex));
        message.AppendPart('|', 8);
        message.AppendHex(workspace.Digest(stream, vertex) + LaneDigest.BinaryWords);
        return message.Pad(words);
    }

    private static void AppendSorted(ref LaneMessage<TLanes, TVector> message, in Workspace workspace, int stream, uint chosen)
    {
        int count = BitOperations.PopCount(chosen);
        TVector* sorted = count == 1
            ? workspace.Digest(stream, BitOperations.TrailingZeroCount(chosen))
            : SortChosen(workspace, stream, chosen, count);
        for (int i = 0; i < count; i++)
        {
            message.AppendHex(sorted + (i * LaneDigest.Words) + LaneDigest.BinaryWords);
        }
    }

    private static TVector* SortChosen(in Workspace workspace, int stream, uint chosen, int count)
    {
        TVector** sources = stackalloc TVector*[Cell.MaxVertices];
        for (int i = 0; chosen != 0; i++, chosen &= chosen - 1)
        {
            sources[i] = workspace.Digest(stream, BitOperations.TrailingZeroCount(chosen));
        }

        LaneDigests<TLanes, TVector>.Sort(sources, count, workspace.Sorted);
        return workspace.Sorted;
    }

    /// <summary>Hashes what Python prints for the sorted list of digests: ['aa...', 'bb...'].</summary>
    private static void Finish(in Workspace workspace)
    {
        int blocks = 0;
        for (int stream = 0; stream < Streams; stream++)
        {
            TVector* sorted = SortChosen(workspace, stream, (1u << workspace.Vertices) - 1, workspace.Vertices);
            TVector* words = workspace.Message(stream);
            var message = new LaneMessage<TLanes, TVector>(words);
            message.AppendPart('[' | ((uint)'\'' << 8), 16);
            for (int i = 0; i < workspace.Vertices; i++)
            {
                if (i > 0)
                {
                    message.AppendWord('\'' | ((uint)',' << 8) | ((uint)' ' << 16) | ((uint)'\'' << 24));
                }

                message.AppendHex(sorted + (i * LaneDigest.Words) + LaneDigest.BinaryWords);
            }

            message.AppendPart('\'' | ((uint)']' << 8), 16);
            blocks = message.Pad(words);
        }

        LaneMd5<TLanes, TVector>.HashPair(workspace.Message(0), workspace.Message(1), blocks, workspace.Next);
    }

    private static void Store(TVector* digests, Span<ModuleHash> hashes)
    {
        var words = (uint*)digests;
        for (int i = 0; i < hashes.Length; i++)
        {
            (int stream, int lane) = Math.DivRem(i, TLanes.Count);
            uint* word = words + (stream * LaneDigest.BinaryWords * TLanes.Count) + lane;
            hashes[i] = Md5Block.ToHash(word[0], word[TLanes.Count], word[2 * TLanes.Count], word[3 * TLanes.Count]);
        }
    }

    /// <summary>The memory of one call, and the topology that all its cells share.</summary>
    private readonly struct Workspace
    {
        private const int DigestVectors = Streams * Cell.MaxVertices * LaneDigest.Words;
        private const int NextVectors = Streams * Cell.MaxVertices * LaneDigest.BinaryWords;
        private const int SortedVectors = Cell.MaxVertices * LaneDigest.Words;

        private readonly TVector* _start;
        private readonly uint _adjacency;

        public Workspace(TVector* start, Cell cell)
        {
            _start = start;
            _adjacency = cell.AdjacencyBits;
            Vertices = cell.Vertices;
        }

        public static int Vectors => DigestVectors + NextVectors + SortedVectors + (Streams * MessageWords);

        public int Vertices { get; }

        /// <summary>New digests of the round, before they may replace the old ones: stream after stream of each vertex.</summary>
        public TVector* Next => _start + DigestVectors;

        public TVector* Sorted => Next + NextVectors;

        public TVector* Digest(int stream, int vertex) => _start + (((stream * Cell.MaxVertices) + vertex) * LaneDigest.Words);

        public TVector* Message(int stream) => Sorted + SortedVectors + (stream * MessageWords);

        public uint Predecessors(int vertex) => Adjacency.Predecessors(_adjacency, vertex);

        public uint Successors(int vertex) => Adjacency.Successors(_adjacency, vertex);

        public int InDegree(int vertex) => BitOperations.PopCount(Predecessors(vertex));

        public int OutDegree(int vertex) => BitOperations.PopCount(Successors(vertex));
    }
}
