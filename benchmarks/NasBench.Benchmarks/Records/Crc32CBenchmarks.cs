using System.Numerics;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using NasBench.Data;

namespace NasBench.Benchmarks.Records;

/// <summary>CRC-32C of buffers in the cache, from a record's length field to a large block.</summary>
public class Crc32CBenchmarks
{
    private byte[] _data = [];

    [Params(8, 400, 4_096, 65_536)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _data = new byte[Bytes];
        new Random(1).NextBytes(_data);
    }

    [Benchmark(Baseline = true)]
    public uint Ours() => Crc32C.Compute(_data);

    /// <summary>One dependent chain of the instruction.</summary>
    [Benchmark]
    public uint BitOperationsChain()
    {
        uint crc = uint.MaxValue;
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(_data))
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        return ~crc;
    }
}
