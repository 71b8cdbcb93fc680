using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Hashing;

/// <summary>MD5 block by block: the library's, ours for one message, and vectors of messages with all lanes full.</summary>
/// <remarks>
/// Scalar code on a shared Zen 5 EPYC, processor time of a block: 140 ns with the functions of the rounds as methods, 102 ns written out; two messages
/// interleaved 46 to 65 ns a block. One cell is 127 blocks (5.8 us or more that way), so it stays with vectors, of which 26 depend on each other
/// (184 ns each, 4.8 us).
/// </remarks>
public class Md5Benchmarks
{
    private const int Blocks = 1 << 14;

    private readonly byte[] _block = new byte[Md5Block.Size];
    private readonly byte[] _digest = new byte[MD5.HashSizeInBytes];

    [Benchmark(Baseline = true, OperationsPerInvoke = Blocks), Bytes(Md5Block.Size)]
    public void Lanes() => HashFloor.Compress(Blocks);

    [Benchmark(OperationsPerInvoke = Blocks), Bytes(Md5Block.Size)]
    public ulong Scalar()
    {
        ulong sum = 0;
        for (int i = 0; i < Blocks; i++)
        {
            sum ^= Md5Block.Hash(_block).Low;
        }

        return sum;
    }

    /// <summary>A message that fills a block with its padding.</summary>
    [Benchmark(OperationsPerInvoke = Blocks), Bytes(Md5Block.Size)]
    public byte Library()
    {
        const int Longest = 55;
        for (int i = 0; i < Blocks; i++)
        {
            MD5.HashData(_block.AsSpan(0, Longest), _digest);
        }

        return _digest[0];
    }
}
