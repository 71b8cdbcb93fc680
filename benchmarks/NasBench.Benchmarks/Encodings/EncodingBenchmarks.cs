using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Encodings;

/// <summary>Cells as values. The floor is to write as many zeros.</summary>
public class EncodingBenchmarks
{
    private const int Count = 1 << 12;

    private readonly float[] _values = new float[PathEncoding.Length];
    private readonly float[] _features = new float[Count * GraphBatch.FeatureSize];
    private readonly float[] _adjacency = new float[Count * GraphBatch.AdjacencySize];
    private readonly float[] _mask = new float[Count * GraphBatch.MaskSize];
    private Cell[] _cells = [];

    [GlobalSetup]
    public void SetUp() => _cells = SharedInputs.Inputs.Raw[..Count];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int OneHot() => Encode<OneHotEncoding>();

    [Benchmark(OperationsPerInvoke = Count)]
    public int Path() => Encode<PathEncoding>();

    [Benchmark(OperationsPerInvoke = Count)]
    public int CategoricalPath() => Encode<CategoricalPathEncoding>();

    [Benchmark(OperationsPerInvoke = Count)]
    public float Tensors()
    {
        GraphBatch.Write<float>(_cells, _features, _adjacency, _mask);
        return _mask[^1];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    [BenchmarkCategory(Roles.Floor)]
    public float ClearOneHot()
    {
        for (int i = 0; i < Count; i++)
        {
            _values.AsSpan(0, OneHotEncoding.Length).Clear();
        }

        return _values[0];
    }

    private int Encode<TEncoding>()
        where TEncoding : ICellEncoding
    {
        int count = 0;
        foreach (Cell cell in _cells)
        {
            count += TEncoding.TryEncode<float>(cell, _values) ? 1 : 0;
        }

        return count;
    }
}
