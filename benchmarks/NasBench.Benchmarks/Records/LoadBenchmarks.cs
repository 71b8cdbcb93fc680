using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Benchmarks.Records;

/// <summary>Loading the whole file, by where its bytes come from.</summary>
public class LoadBenchmarks
{
    [Params(TfRecordSource.Buffered, TfRecordSource.Mapped)]
    public TfRecordSource Source { get; set; }

    [Benchmark(OperationsPerInvoke = SharedInputs.Records), Bytes(SharedInputs.BytesPerRecord)]
    public long Load()
    {
        using Dataset data = Dataset.Load(SharedInputs.FilePath, new LoadOptions { Source = Source });
        return data.RecordCount;
    }
}
