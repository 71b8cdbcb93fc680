using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Md5 = NasBench.LaneMd5<NasBench.Lanes128, System.Runtime.Intrinsics.Vector128<uint>>;

namespace NasBench.Bench;

/// <summary>What hashing cannot do without: the MD5 compressions of all messages, with nothing to assemble, sort or look up.</summary>
public static unsafe class HashFloor
{
    /// <summary>Compressions that one cell of seven vertices waits for one after the other: seven rounds of three blocks, and the final list of five.</summary>
    private const int ChainBlocks = 26;

    private const int HexDigits = 32;
    private const int ListItem = HexDigits + 4;

    private static readonly byte[] s_block = new byte[Md5Block.Size];

    /// <summary>The MD5 blocks of all messages of a pruned cell, the first round excepted, which is a table.</summary>
    public static int CountBlocks(Cell pruned)
    {
        int vertices = pruned.Vertices;
        int round = 0;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            int neighbours = BitOperations.PopCount(pruned.Predecessors(vertex)) + BitOperations.PopCount(pruned.Successors(vertex));
            round += Md5Block.CountBlocks((HexDigits * (neighbours + 1)) + 2);
        }

        return (vertices * round) + Md5Block.CountBlocks(vertices * ListItem);
    }

    /// <summary>The blocks before each cell of a list, and in all.</summary>
    public static long[] CountBlocks(ReadOnlySpan<Cell> pruned)
    {
        var sums = new long[pruned.Length + 1];
        for (int i = 0; i < pruned.Length; i++)
        {
            sums[i + 1] = sums[i] + CountBlocks(pruned[i]);
        }

        return sums;
    }

    /// <summary>Compresses so many blocks with all lanes of the widest vectors full.</summary>
    public static void Compress(long blocks)
    {
        if (Lanes512.IsSupported)
        {
            CompressLanes<QuadLanes<Lanes512, Vector512<uint>>, VectorQuad<Vector512<uint>>>(blocks);
        }
        else if (Lanes256.IsSupported)
        {
            CompressLanes<PairLanes<Lanes256, Vector256<uint>>, VectorPair<Vector256<uint>>>(blocks);
        }
        else if (Lanes128.IsSupported)
        {
            CompressLanes<PairLanes<Lanes128, Vector128<uint>>, VectorPair<Vector128<uint>>>(blocks);
        }
        else
        {
            CompressScalar(blocks);
        }
    }

    /// <summary>Compresses what cells hashed one by one wait for: dependent blocks in one vector; without vectors all their blocks.</summary>
    public static void CompressChains(int cells, long blocks)
    {
        if (Lanes128.IsSupported)
        {
            CompressLanes<PairLanes<Lanes128, Vector128<uint>>, VectorPair<Vector128<uint>>>((long)cells * ChainBlocks * 2 * Lanes128.Count);
        }
        else
        {
            CompressScalar(blocks);
        }
    }

    private static void CompressLanes<TLanes, TVector>(long blocks)
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        using var work = new LaneBuffer<TVector>();
        for (; blocks > 0; blocks -= TLanes.Count)
        {
            LaneMd5<TLanes, TVector>.Compress(work.State, work.Blocks);
        }
    }

    private static void CompressScalar(long blocks)
    {
        ulong sum = 0;
        for (; blocks > 0; blocks--)
        {
            sum ^= Md5Block.Hash(s_block).Low;
        }

        s_block[0] = (byte)sum;
    }

    /// <summary>A state and a block of all lanes, aligned to vectors.</summary>
    private readonly struct LaneBuffer<TVector> : IDisposable
        where TVector : unmanaged
    {
        public LaneBuffer()
        {
            nuint size = (nuint)((Md5.StateWords + Md5.BlockWords) * sizeof(TVector));
            State = (TVector*)NativeMemory.AlignedAlloc(size, CacheLine.Size);
            NativeMemory.Clear(State, size);
            Blocks = State + Md5.StateWords;
        }

        public TVector* State { get; }

        public TVector* Blocks { get; }

        public void Dispose() => NativeMemory.AlignedFree(State);
    }
}
