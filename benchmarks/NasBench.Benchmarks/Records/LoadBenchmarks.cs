using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Benchmarks.Records;

/// <summary>Loading the whole file, by where its bytes come from.</summary>
/// <remarks>
/// Where the time goes, and what lost (Zen 5, AVX-512, two shared cores, milliseconds for the whole file):
/// <list type="bullet">
/// <item>Decoding, locating and checking every record by itself took 129 beyond reading and checksums (the fastest of a dozen loads); with hash and graph
/// taken from the record before where the bytes before the metrics are the same, 50.</item>
/// <item>Adding to the columns with memory asked for 16 cells ahead: 81 of processor time. All memory of a block asked for at once, some 640 cache lines:
/// 41, block by block in the same run. The same with direct writes to the columns in place of the builder: 34, which is not worth a second way.</item>
/// <item>The first touch of 64 MB in pages of 4 KB: 300 to 500. In pages of 2 MB: 4 to 5 where the host of the virtual machine has memory behind them, 120
/// to 150 where it has to find some first. Loading cannot change that, and on such a machine it is the largest part of the spread.</item>
/// </list>
/// </remarks>
public class LoadBenchmarks
{
    [Params(TfRecordSource.Buffered, TfRecordSource.Mapped)]
    public TfRecordSource Source { get; set; }

    [Benchmark(OperationsPerInvoke = SharedInputs.Records), Bytes(SharedInputs.BytesPerRecord)]
    public long Load()
    {
        using Dataset data = Dataset.Open(SharedInputs.FilePath, new OpenOptions { Source = Source });
        return data.RecordCount;
    }
}
