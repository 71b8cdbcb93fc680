using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// Hashes cells side by side, one in each lane. As their vertices have the same degrees, every message has the same shape in all lanes:
/// no lane waits for another, and digests never leave the layout in which MD5 makes and takes them. Where lanes differ in the neighbours of a vertex,
/// these are selected lane by lane.
/// </summary>
/// <remarks>
/// Workspace on the stack, in vectors: digests 84, new digests 28, sorting 84, a message of five blocks 80, neighbours 42; 80 KB for quads of AVX-512.
/// </remarks>
internal static unsafe class LaneHasher<TSpace, TLanes, TVector>
    where TSpace : ISearchSpace<TSpace>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private const int MessageWords = 5 * 16;

    /// <summary>Hashes pruned cells, at most one per lane, with the same <see cref="DegreeOrder.Degrees"/> and only known operations.</summary>
    /// <param name="cells">The cells, one or more; those of the same graph best side by side.</param>
    /// <param name="hashes">Receives their hashes.</param>
    [SkipLocalsInit]
    public static void Hash(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes)
    {
        byte* memory = stackalloc byte[(sizeof(TVector) * Workspace.Vectors) + CacheLine.Size];
        byte* candidates = stackalloc byte[LaneGraphs<TLanes, TVector>.MaxNeighbours];
        uint* operations = stackalloc uint[TLanes.Count];
        var start = (TVector*)CacheLine.Align(memory);
        var workspace = new Workspace(start, new(cells, Workspace.PlacesIn(start), candidates, operations));
        LoadFirstRound(Unsafe.ReadUnaligned<TVector>(operations), workspace);
        for (int round = 0; round < workspace.Graphs.Vertices; round++)
        {
            Round(workspace);
        }

        Finish(workspace);
        Store(workspace.Next, hashes[..cells.Length]);
    }

    /// <summary>Looks up the digests of "(out-degree, in-degree, label)". Degrees are the same in all lanes, labels differ.</summary>
    private static void LoadFirstRound(TVector operations, in Workspace workspace)
    {
        TVector* words = stackalloc TVector[LaneDigest.BinaryWords];
        int last = workspace.Graphs.Vertices - 1;
        for (int place = 0; place <= last; place++)
        {
            int degrees = FirstDigests.Degrees(workspace.Graphs.OutDegree(place), workspace.Graphs.InDegree(place));
            if (place == 0 || place == last)
            {
                CreateDigest(degrees, place == 0 ? FirstDigests.InputLabel : FirstDigests.OutputLabel, words);
            }
            else
            {
                int shift = Cell.OperationWidth * (place - 1);
                SelectDigests(degrees, TLanes.And(TLanes.ShiftRight(operations, shift), TLanes.Create(Cell.OperationMask)), words);
            }

            LaneDigests<TLanes, TVector>.Write(workspace.Digest(place), words);
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
        ReadOnlySpan<byte> digest = FirstDigests.Digest<TSpace>(degrees, label);
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            words[word] = TLanes.Create(BinaryPrimitives.ReadUInt32LittleEndian(digest[(word * sizeof(uint))..]));
        }
    }

    /// <summary>Replaces each digest by that of its neighbourhood.</summary>
    private static void Round(in Workspace workspace)
    {
        int vertices = workspace.Graphs.Vertices;
        int neighbour = 0;
        for (int place = 0; place < vertices; place++)
        {
            int blocks = WriteNeighbourhood(workspace, place, ref neighbour);
            LaneMd5<TLanes, TVector>.Hash(workspace.Message, blocks, workspace.Next + (place * LaneDigest.BinaryWords));
        }

        for (int place = 0; place < vertices; place++)
        {
            LaneDigests<TLanes, TVector>.Write(workspace.Digest(place), workspace.Next + (place * LaneDigest.BinaryWords));
        }
    }

    /// <summary>Predecessors in order, a bar, successors in order, a bar, the vertex itself.</summary>
    /// <returns>The number of blocks.</returns>
    private static int WriteNeighbourhood(in Workspace workspace, int place, ref int neighbour)
    {
        int predecessors = workspace.Graphs.InDegree(place);
        int successors = workspace.Graphs.OutDegree(place);
        TVector* end = LaneMessage<TLanes, TVector>.Append(workspace.Message, Sort(workspace, neighbour, predecessors), predecessors);
        neighbour += predecessors;
        *end = TLanes.Create('|');
        end = LaneMessage<TLanes, TVector>.Append(end, Sort(workspace, neighbour, successors), successors, 8);
        neighbour += successors;
        LaneMessage<TLanes, TVector>.Put(end, (uint)'|' << 8);
        end = LaneMessage<TLanes, TVector>.Append(end, workspace.Digest(place) + LaneDigest.BinaryWords, 1, 16);
        return LaneMessage<TLanes, TVector>.Pad(workspace.Message, end, 16);
    }

    /// <summary>The texts of the digests of some neighbours, in order.</summary>
    private static TVector* Sort(in Workspace workspace, int neighbour, int count)
    {
        if (count == 0)
        {
            return null;
        }

        TVector* hex = workspace.SortedHex;
        if (count <= 2 && workspace.Graphs.IsUniform(neighbour, count))
        {
            TVector* first = workspace.Digest(workspace.Graphs.FirstPlace(neighbour));
            if (count == 1)
            {
                return first + LaneDigest.BinaryWords;
            }

            LaneDigests<TLanes, TVector>.SortTwo(first, workspace.Digest(workspace.Graphs.FirstPlace(neighbour + 1)), hex);
            return hex;
        }

        for (int i = 0; i < count; i++)
        {
            Select(workspace, neighbour + i, workspace.Sorted + (i * LaneDigest.BinaryWords));
            LaneDigests<TLanes, TVector>.Insert(workspace.Sorted, i);
        }

        LaneDigests<TLanes, TVector>.WriteHex(workspace.Sorted, count, hex);
        return hex;
    }

    /// <summary>The digests of a neighbour, which may be another vertex in each lane.</summary>
    private static void Select(in Workspace workspace, int neighbour, TVector* digest)
    {
        LaneDigests<TLanes, TVector>.Copy(workspace.Digest(workspace.Graphs.FirstPlace(neighbour)), digest);
        for (uint others = workspace.Graphs.OtherPlaces(neighbour); others != 0; others &= others - 1)
        {
            int place = BitOperations.TrailingZeroCount(others);
            LaneDigests<TLanes, TVector>.Replace(workspace.Graphs.IsAt(neighbour, place), workspace.Digest(place), digest);
        }
    }

    /// <summary>Hashes what Python prints for the sorted list of digests: ['aa...', 'bb...'].</summary>
    private static void Finish(in Workspace workspace)
    {
        const uint Between = '\'' | ((uint)',' << 8) | ((uint)' ' << 16) | ((uint)'\'' << 24);

        int vertices = workspace.Graphs.Vertices;
        for (int place = 0; place < vertices; place++)
        {
            LaneDigests<TLanes, TVector>.Copy(workspace.Digest(place), workspace.Sorted + (place * LaneDigest.BinaryWords));
            LaneDigests<TLanes, TVector>.Insert(workspace.Sorted, place);
        }

        LaneDigests<TLanes, TVector>.WriteHex(workspace.Sorted, vertices, workspace.SortedHex);
        TVector* end = workspace.Message;
        *end = TLanes.Create('[' | ((uint)'\'' << 8));
        for (int i = 0; i < vertices; i++)
        {
            if (i > 0)
            {
                LaneMessage<TLanes, TVector>.Put(end, Between << 16);
                *++end = TLanes.Create(Between >> 16);
            }

            end = LaneMessage<TLanes, TVector>.Append(end, workspace.SortedHex + (i * LaneDigest.HexWords), 1, 16);
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

    /// <summary>The memory of one call, and the graphs of its cells.</summary>
    private readonly struct Workspace(TVector* start, LaneGraphs<TLanes, TVector> graphs)
    {
        private const int DigestVectors = Cell.MaxVertices * LaneDigest.Words;
        private const int NextVectors = Cell.MaxVertices * LaneDigest.BinaryWords;
        private const int SortedHexVectors = Cell.MaxVertices * LaneDigest.HexWords;

        public static int Vectors => DigestVectors + (2 * NextVectors) + SortedHexVectors + MessageWords + LaneGraphs<TLanes, TVector>.MaxNeighbours;

        public LaneGraphs<TLanes, TVector> Graphs { get; } = graphs;

        /// <summary>New digests of the round, before they may replace the old ones.</summary>
        public TVector* Next => start + DigestVectors;

        public TVector* Sorted => Next + NextVectors;

        public TVector* SortedHex => Sorted + NextVectors;

        public TVector* Message => SortedHex + SortedHexVectors;

        public static TVector* PlacesIn(TVector* start) => start + Vectors - LaneGraphs<TLanes, TVector>.MaxNeighbours;

        public TVector* Digest(int place) => start + (place * LaneDigest.Words);
    }
}
