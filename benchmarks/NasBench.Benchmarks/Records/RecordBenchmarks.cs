using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Benchmarks.Records;

/// <summary>The stages of loading, on the first 65,536 records of the file: framing, decoding, and both.</summary>
public class RecordBenchmarks
{
    private const int Count = 1 << 16;

    private readonly RecordDecoder _decoder = new();
    private byte[][] _records = [];

    [GlobalSetup]
    public void SetUp()
    {
        using TfRecordReader reader = TfRecordReader.Open(SharedInputs.FilePath);
        _records = new byte[Count][];
        for (int i = 0; i < Count && reader.TryRead(out ReadOnlySpan<byte> data); i++)
        {
            _records[i] = data.ToArray();
        }
    }

    /// <summary>Both checksums and the length, from the page cache.</summary>
    [Benchmark(OperationsPerInvoke = Count), Bytes(SharedInputs.BytesPerRecord)]
    public long FrameBuffered() => Frame(TfRecordSource.Buffered);

    /// <summary>The same from a mapping.</summary>
    [Benchmark(OperationsPerInvoke = Count), Bytes(SharedInputs.BytesPerRecord)]
    public long FrameMapped() => Frame(TfRecordSource.Mapped);

    /// <summary>JSON, base64 and protobuf of records in memory.</summary>
    [Benchmark(OperationsPerInvoke = Count), Bytes(SharedInputs.BytesPerRecord)]
    public double Decode()
    {
        double sum = 0;
        foreach (byte[] data in _records)
        {
            _decoder.TryDecode(data, out NasRecord record, out _);
            sum += record.Final.TestAccuracy;
        }

        return sum;
    }

    private static long Frame(TfRecordSource source)
    {
        using TfRecordReader reader = TfRecordReader.Open(SharedInputs.FilePath, source);
        long bytes = 0;
        for (int i = 0; i < Count && reader.TryRead(out ReadOnlySpan<byte> data); i++)
        {
            bytes += data.Length;
        }

        return bytes;
    }
}
