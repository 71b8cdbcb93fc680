using System.IO.MemoryMappedFiles;
using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Benchmarks.Records;

/// <summary>The compact file of the whole space in a warm process: opened and asked once. The floor maps the same file and reads one byte of it.</summary>
public class CompactBenchmarks
{
    private const int Index = 359_715;

    private string _path = "";

    [GlobalSetup]
    public void SetUp()
    {
        _path = Path.Combine(Path.GetTempPath(), $"nasbench-{Environment.ProcessId}.nasb");
        using Dataset data = Dataset.Open(SharedInputs.FilePath);
        data.Write(_path, DataFormats.Compact, new WriteOptions { Provenance = Provenance.Synthetic });
    }

    [GlobalCleanup]
    public void CleanUp() => File.Delete(_path);

    [Benchmark(Baseline = true)]
    public double OpenAndQuery()
    {
        using Dataset data = Dataset.Open(_path, new OpenOptions { VerifiesChecksums = false });
        data.TryGetRun(Index, SharedInputs.Epochs, 0, out Run run);
        return run.Final.TestAccuracy;
    }

    /// <summary>Every byte is read for its checksum.</summary>
    [Benchmark]
    public double OpenVerifiedAndQuery()
    {
        using Dataset data = Dataset.Open(_path, new OpenOptions { VerifiesChecksums = true });
        data.TryGetRun(Index, SharedInputs.Epochs, 0, out Run run);
        return run.Final.TestAccuracy;
    }

    [Benchmark, BenchmarkCategory(Roles.Floor)]
    public byte MapAndRead()
    {
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(_path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using MemoryMappedViewAccessor view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        return view.ReadByte(view.Capacity / 2);
    }
}
