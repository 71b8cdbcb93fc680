using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using NasBench.Data;

namespace NasBench.Bench;

/// <summary>A checksum of what the measured operations answer: the same on every machine, in every build and with every instruction set.</summary>
public static class BenchSignature
{
    /// <summary>Cells of the batch that are hashed again for the signature.</summary>
    private const int HashedCells = 1 << 16;

    /// <summary>Cells hashed one by one.</summary>
    private const int SingleCells = 1 << 10;

    /// <summary>Computes it.</summary>
    /// <returns>32 hexadecimal digits: XxHash128 of hashes, indices, metrics and parameter counts, all little-endian.</returns>
    public static string Compute(BenchInputs inputs, Dataset data)
    {
        var checksum = new XxHash128();
        AppendHashes(checksum, inputs);
        AppendIndices(checksum, inputs);
        AppendQueries(checksum, inputs, data);
        AppendData(checksum, data);
        var parameters = new int[Nas101.Count];
        CellCosts.FillTrainableParameters(parameters);
        Append(checksum, parameters);
        return Convert.ToHexStringLower(checksum.GetCurrentHash());
    }

    private static void AppendHashes(XxHash128 checksum, BenchInputs inputs)
    {
        var hashes = new ModuleHash[Math.Min(HashedCells, inputs.Seven.Length)];
        ModuleHasher.Hash(inputs.Seven.AsSpan(0, hashes.Length), hashes);
        Append(checksum, hashes);
        Append(checksum, inputs.Hashes);
        hashes = hashes[..Math.Min(SingleCells, hashes.Length)];
        for (int i = 0; i < hashes.Length; i++)
        {
            ModuleHasher.TryHash(inputs.Seven[^(i + 1)], out hashes[i]);
        }

        Append(checksum, hashes);
    }

    private static void AppendIndices(XxHash128 checksum, BenchInputs inputs)
    {
        var indices = new int[inputs.Raw.Length];
        Nas101.Locate(inputs.Raw, indices);
        Append(checksum, indices);
        Space<Nas101>.Find(inputs.Keys, indices);
        Append(checksum, indices);
    }

    private static void AppendQueries(XxHash128 checksum, BenchInputs inputs, Dataset data)
    {
        var metrics = new Metrics[inputs.Raw.Length];
        var statuses = new QueryStatus[inputs.Raw.Length];
        data.Query(inputs.Raw, data.Epochs[^1], 0, EvaluationPoint.Final, metrics, statuses);
        foreach (Metrics values in metrics)
        {
            Append(checksum, values);
        }

        checksum.Append(MemoryMarshal.AsBytes<QueryStatus>(statuses));
    }

    private static void AppendData(XxHash128 checksum, Dataset data)
    {
        Append(checksum, data.RecordCount);
        foreach (int epochs in data.Epochs)
        {
            foreach (int index in data.Indices)
            {
                for (int repeat = 0; data.TryGetRun(index, epochs, repeat, out Run run) == QueryStatus.Found; repeat++)
                {
                    Append(checksum, run.Halfway);
                    Append(checksum, run.Final);
                }
            }
        }
    }

    private static void Append(XxHash128 checksum, ReadOnlySpan<ModuleHash> hashes)
    {
        Span<byte> bytes = stackalloc byte[ModuleHash.Size];
        foreach (ModuleHash hash in hashes)
        {
            hash.WriteBytes(bytes);
            checksum.Append(bytes);
        }
    }

    private static void Append(XxHash128 checksum, ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            Append(checksum, number);
        }
    }

    private static void Append(XxHash128 checksum, in Metrics values)
    {
        Append(checksum, BitsOf(values.TrainingTime));
        Append(checksum, BitsOf(values.TrainAccuracy));
        Append(checksum, BitsOf(values.ValidationAccuracy));
        Append(checksum, BitsOf(values.TestAccuracy));
    }

    private static void Append(XxHash128 checksum, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        checksum.Append(bytes);
    }

    /// <summary>Every NaN counts alike: its bits may differ between machines.</summary>
    private static long BitsOf(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
