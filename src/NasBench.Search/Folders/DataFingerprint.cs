using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>A hash of all values that a search can see of a data set, the same whatever file format holds them.</summary>
public static class DataFingerprint
{
    private const int PieceSize = 4096;
    private const int RunSize = 8 * sizeof(double);

    /// <summary>Computes it: XxHash3 of pieces of 4,096 cells, then XxHash128 of these hashes and of the numbers of epochs.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>32 hexadecimal digits; for the built-in data set, whose values the program computes, its name and version.</returns>
    /// <remarks>A second or less for the whole space.</remarks>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static string Compute(Dataset data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        RunStore store = data.Store;
        if (store.Identity is { } identity)
        {
            return identity;
        }

        int count = store.Indices.Length;
        int[] indices = store.Indices.ToArray();
        var pieces = new WorkRanges(count, PieceSize);
        byte[] hashes = new byte[pieces.Count * sizeof(ulong)];
        ParallelWork.Run(
            pieces,
            range => BinaryPrimitives.WriteUInt64LittleEndian(hashes.AsSpan(range.Start.Value / PieceSize * sizeof(ulong)), HashPiece(store, indices[range])),
            null,
            cancellationToken);
        var whole = new XxHash128();
        whole.Append(System.Runtime.InteropServices.MemoryMarshal.AsBytes(store.Epochs));
        whole.Append(hashes);
        return whole.GetCurrentHashAsUInt128().ToString("x32", CultureInfo.InvariantCulture);
    }

    private static ulong HashPiece(RunStore store, ReadOnlySpan<int> indices)
    {
        var hash = new XxHash3();
        Span<byte> bytes = stackalloc byte[RunSize + sizeof(long)];
        foreach (int index in indices)
        {
            for (int position = 0; position < store.Epochs.Length; position++)
            {
                int repeats = store.GetRepeatCount(index, position);
                for (int repeat = 0; repeat < repeats; repeat++)
                {
                    store.TryGetRun(index, position, repeat, out Run run);
                    var writer = new LittleEndianWriter(bytes);
                    writer.Write(index);
                    writer.Write(position);
                    Write(ref writer, run.Halfway);
                    Write(ref writer, run.Final);
                    hash.Append(bytes);
                }
            }
        }

        return hash.GetCurrentHashAsUInt64();
    }

    private static void Write(ref LittleEndianWriter writer, in Metrics metrics)
    {
        writer.Write(metrics.TrainingTime);
        writer.Write(metrics.TrainAccuracy);
        writer.Write(metrics.ValidationAccuracy);
        writer.Write(metrics.TestAccuracy);
    }
}
