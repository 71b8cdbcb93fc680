using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// Hashes cells of one topology side by side, a cell a lane. As all lanes have the same edges, every message has the same shape in all of them: no lane waits
/// for another, and digests never leave the layout in which MD5 makes and takes them.
/// </summary>
/// <remarks>Workspace on the stack, in vectors: digests 84, new digests 28, sorting 84, a message of five blocks 80; 69 KB for quads of AVX-512.</remarks>
internal static unsafe class LaneHasher<TSpace, TLanes, TVector>
    where TSpace : ISearchSpace<TSpace>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int MessageWords = 5 * 16;

    /// <summary>Hashes pruned cells, at most one a lane, with the same vertices and edges and only known operations.</summary>
    /// <param name="cells">The cells, one or more.</param>
    /// <param name="hashes">Receives their hashes.</param>
    [SkipLocalsInit]
    public static void Hash(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes)
    {
        byte* memory = stackalloc byte[(sizeof(TVector) * Workspace.Vectors) + CacheLine.Size];
        var workspace = new Workspace((TVector*)CacheLine.Align(memory), cells[0]);
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
        uint* operations = stackalloc uint[TLanes.Count];
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            // Lanes without a cell repeat the last one.
            operations[lane] = cells[Math.Min(lane, cells.Length - 1)].OperationBits;
        }

        TVector* words = stackalloc TVector[LaneDigest.BinaryWords];
        TVector bits = Unsafe.ReadUnaligned<TVector>(operations);
        int last = workspace.Vertices - 1;
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

            LaneDigests<TLanes, TVector>.Write(workspace.Digest(vertex), words);
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
            int blocks = WriteNeighbourhood(workspace, vertex);
            LaneMd5<TLanes, TVector>.Hash(workspace.Message, blocks, workspace.Next + (vertex * LaneDigest.BinaryWords));
        }

        for (int vertex = 0; vertex < workspace.Vertices; vertex++)
        {
            LaneDigests<TLanes, TVector>.Write(workspace.Digest(vertex), workspace.Next + (vertex * LaneDigest.BinaryWords));
        }
    }

    /// <summary>Predecessors in order, a bar, successors in order, a bar, the vertex itself.</summary>
    private static int WriteNeighbourhood(in Workspace workspace, int vertex)
    {
        uint predecessors = workspace.Predecessors(vertex);
        uint successors = workspace.Successors(vertex);
        TVector* end = LaneMessage<TLanes, TVector>.Append(workspace.Message, Sort(workspace, predecessors), BitOperations.PopCount(predecessors));
        *end = TLanes.Create('|');
        end = LaneMessage<TLanes, TVector>.Append(end, Sort(workspace, successors), BitOperations.PopCount(successors), 8);
        LaneMessage<TLanes, TVector>.Put(end, (uint)'|' << 8);
        end = LaneMessage<TLanes, TVector>.Append(end, workspace.Digest(vertex) + LaneDigest.BinaryWords, 1, 16);
        return LaneMessage<TLanes, TVector>.Pad(workspace.Message, end, 16);
    }

    /// <summary>The texts of the digests of some vertices, in order.</summary>
    private static TVector* Sort(in Workspace workspace, uint vertices)
    {
        TVector** sources = stackalloc TVector*[Cell.MaxVertices];
        int count = 0;
        for (; vertices != 0; vertices &= vertices - 1)
        {
            sources[count++] = workspace.Digest(BitOperations.TrailingZeroCount(vertices));
        }

        return count > 1 ? LaneDigests<TLanes, TVector>.Sort(sources, count, workspace.Sorted)
            : count == 1 ? sources[0] + LaneDigest.BinaryWords
            : null;
    }

    /// <summary>Hashes what Python prints for the sorted list of digests: ['aa...', 'bb...'].</summary>
    private static void Finish(in Workspace workspace)
    {
        const uint Between = '\'' | ((uint)',' << 8) | ((uint)' ' << 16) | ((uint)'\'' << 24);

        TVector* sorted = Sort(workspace, (1u << workspace.Vertices) - 1);
        TVector* end = workspace.Message;
        *end = TLanes.Create('[' | ((uint)'\'' << 8));
        for (int i = 0; i < workspace.Vertices; i++)
        {
            if (i > 0)
            {
                LaneMessage<TLanes, TVector>.Put(end, Between << 16);
                *++end = TLanes.Create(Between >> 16);
            }

            end = LaneMessage<TLanes, TVector>.Append(end, sorted + (i * LaneDigest.HexWords), 1, 16);
        }

        LaneMessage<TLanes, TVector>.Put(end, ((uint)'\'' << 16) | ((uint)']' << 24));
        *++end = default;
        int blocks = LaneMessage<TLanes, TVector>.Pad(workspace.Message, end, 0);
        LaneMd5<TLanes, TVector>.Hash(workspace.Message, blocks, workspace.Next);
    }

    private static void Store(TVector* digests, Span<ModuleHash> hashes)
    {
        var word = (uint*)digests;
        for (int lane = 0; lane < hashes.Length; lane++, word++)
        {
            hashes[lane] = Md5Block.ToHash(word[0], word[TLanes.Count], word[2 * TLanes.Count], word[3 * TLanes.Count]);
        }
    }

    /// <summary>The memory of one call, and the topology that all its cells share.</summary>
    private readonly struct Workspace(TVector* start, Cell cell)
    {
        private const int DigestVectors = Cell.MaxVertices * LaneDigest.Words;
        private const int NextVectors = Cell.MaxVertices * LaneDigest.BinaryWords;

        private readonly uint _adjacency = cell.AdjacencyBits;

        public static int Vectors => DigestVectors + NextVectors + LaneDigests<TLanes, TVector>.SortWords + MessageWords;

        public int Vertices { get; } = cell.Vertices;

        /// <summary>New digests of the round, before they may replace the old ones.</summary>
        public TVector* Next => start + DigestVectors;

        public TVector* Sorted => Next + NextVectors;

        public TVector* Message => Sorted + LaneDigests<TLanes, TVector>.SortWords;

        public TVector* Digest(int vertex) => start + (vertex * LaneDigest.Words);

        public uint Predecessors(int vertex) => Adjacency.Predecessors(_adjacency, vertex);

        public uint Successors(int vertex) => Adjacency.Successors(_adjacency, vertex);

        public int InDegree(int vertex) => BitOperations.PopCount(Predecessors(vertex));

        public int OutDegree(int vertex) => BitOperations.PopCount(Successors(vertex));
    }
}
