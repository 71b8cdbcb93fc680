using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Comparison;

/// <summary>Loading a TFRecord file of the whole space at 108 epochs from the page cache, all checks on.</summary>
public class LoadComparison
{
    /// <summary>The straightforward way takes seconds for all records.</summary>
    private const int PlainRecords = 1 << 16;

    private string _path = "";

    [GlobalSetup]
    public void SetUp()
    {
        _path = SharedInputs.FilePath;
        FileFloor.WalkBuffered(_path);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.Records), Bytes(SharedInputs.BytesPerRecord)]
    public long Ours()
    {
        using Dataset data = Dataset.Open(_path);
        return data.RecordCount;
    }

    [Benchmark(OperationsPerInvoke = SharedInputs.Records), Bytes(SharedInputs.BytesPerRecord)]
    public long OursTwoThreads()
    {
        using Dataset data = Dataset.Open(_path, new OpenOptions { MaxThreads = 2 });
        return data.RecordCount;
    }

    /// <summary>JsonDocument, Convert.FromBase64String, a protobuf reader of a few lines, a dictionary.</summary>
    [Benchmark(OperationsPerInvoke = PlainRecords), Bytes(SharedInputs.BytesPerRecord)]
    public int Straightforward() => StraightforwardLoader.Load(_path, PlainRecords, StraightforwardProtobuf.Decode, new StraightforwardTable());

    /// <summary>The same with Google.Protobuf.</summary>
    [Benchmark(OperationsPerInvoke = PlainRecords), Bytes(SharedInputs.BytesPerRecord)]
    public int GoogleProtobuf() => StraightforwardLoader.Load(_path, PlainRecords, GoogleProtobufDecoder.Decode, new StraightforwardTable());

    /// <summary>A pass over a fresh mapping: framing and checksums.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.Records), Bytes(SharedInputs.BytesPerRecord), BenchmarkCategory(Roles.Floor)]
    public int FloorMapped() => FileFloor.WalkMapped(_path);

    /// <summary>A pass by reads into one buffer.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.Records), Bytes(SharedInputs.BytesPerRecord), BenchmarkCategory(Roles.Floor)]
    public int FloorBuffered() => FileFloor.WalkBuffered(_path);
}
