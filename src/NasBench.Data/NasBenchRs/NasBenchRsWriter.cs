using System.Buffers;
using System.Buffers.Binary;

namespace NasBench.Data;

/// <summary>Writes data sets as files of nasbench-rs, <c>.bin</c>: all repeats, ordered by hash, then epochs, then their number.</summary>
/// <remarks>
/// The format holds the halfway and the final evaluation of each repeat, to the bit (absent values as NaN). It does not hold the evaluation before training,
/// the total time, checkpoint paths or the provenance. It has no checksum: a value that was damaged into another possible one is read as it stands. An absent
/// parameter count is written as that of the graph, and a graph with unknown operations as its class's representative. Under a second for the whole
/// space at four numbers of epochs. Up to four threads share the work.
/// </remarks>
internal static class NasBenchRsWriter
{
    /// <summary>Cells of a block: half a megabyte at four numbers of epochs.</summary>
    private const int BlockSize = 512;

    /// <summary>Writes a file.</summary>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="NotSupportedException">The data set has more than 255 epochs or repeats, for which the format has no room.</exception>
    public static long Write(RunStore store, Destination destination, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (store.MaxRepeats > byte.MaxValue || store.Epochs[^1] > byte.MaxValue)
        {
            throw new NotSupportedException("a file of nasbench-rs holds at most 255 epochs and 255 repeats");
        }

        using AtomicFile file = destination.Begin();
        WriteAll(store, file.Stream, progress, cancellationToken);
        return file.Complete();
    }

    private static void WriteAll(RunStore store, Stream stream, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var blocks = CellBlocks.OfCells(store, BlockSize, cancellationToken);
        Span<byte> count = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(count, store.CellCount);
        stream.Write(NasBenchRsFormat.Magic);
        stream.Write(count);
        OrderedWork<ArrayBufferWriter<byte>>.Run(
            blocks.Count,
            () => new ArrayBufferWriter<byte>(),
            (bytes, block) =>
            {
                bytes.ResetWrittenCount();
                foreach (int index in blocks[block])
                {
                    WriteCell(store, index, bytes);
                }
            },
            (bytes, _) => stream.Write(bytes.WrittenSpan),
            progress,
            cancellationToken);
    }

    private static void WriteCell(RunStore store, int index, ArrayBufferWriter<byte> bytes)
    {
        WriteHead(store, index, bytes);
        Span<byte> run = stackalloc byte[NasBenchRsFormat.RunSize];
        for (int epochs = 0; epochs < store.Epochs.Length; epochs++)
        {
            int repeats = store.GetRepeatCount(index, epochs);
            if (repeats == 0)
            {
                continue;
            }

            bytes.Write([(byte)store.Epochs[epochs], (byte)repeats]);
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                store.TryGetRun(index, epochs, repeat, out Run values);
                WriteMetrics(values.Halfway, run);
                WriteMetrics(values.Final, run[(NasBenchRsFormat.RunSize / 2)..]);
                bytes.Write(run);
            }
        }
    }

    private static void WriteHead(RunStore store, int index, ArrayBufferWriter<byte> bytes)
    {
        Cell cell = Writable(store.GetCell(index), index);
        int vertices = cell.Vertices;
        Span<byte> head = stackalloc byte[1 + Cell.MaxVertices + NasBenchRsFormat.TailSize];
        head[0] = (byte)vertices;
        head[1] = NasBenchRsFormat.Input;
        head[vertices] = NasBenchRsFormat.Output;
        uint triangle = 0;
        for (int to = 1; to < vertices; to++)
        {
            if (to < vertices - 1)
            {
                head[1 + to] = (byte)(NasBenchRsFormat.Operations[cell.GetOperation(to)] + 1);
            }

            for (int from = 0; from < to; from++)
            {
                triangle |= cell.HasEdge(from, to) ? 1u << NasBenchRsFormat.Bit(from, to, vertices) : 0;
            }
        }

        Span<byte> tail = head[(1 + vertices)..];
        tail[0] = (byte)vertices;
        BinaryPrimitives.WriteUInt32BigEndian(tail[1..], triangle);
        store.GetHash(index).WriteBytes(tail[5..]);
        BinaryPrimitives.WriteInt32BigEndian(tail[21..], store.GetTrainableParameters(index) ?? checked((int)CellCosts.TrainableParametersAt(index)));
        int budgets = 0;
        for (int epochs = 0; epochs < store.Epochs.Length; epochs++)
        {
            budgets += store.GetRepeatCount(index, epochs) > 0 ? 1 : 0;
        }

        tail[25] = (byte)budgets;
        bytes.Write(head[..(1 + vertices + NasBenchRsFormat.TailSize)]);
    }

    /// <summary>The format has numbers for the operations of the space only.</summary>
    private static Cell Writable(Cell cell, int index)
    {
        for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
        {
            if (cell.GetOperation(vertex) >= NasBenchRsFormat.Operations.Length)
            {
                return Space<Nas101>.CellAt(index);
            }
        }

        return cell;
    }

    private static void WriteMetrics(in Metrics metrics, Span<byte> target)
    {
        BinaryPrimitives.WriteDoubleBigEndian(target, metrics.TrainingTime);
        BinaryPrimitives.WriteDoubleBigEndian(target[8..], metrics.TrainAccuracy);
        BinaryPrimitives.WriteDoubleBigEndian(target[16..], metrics.ValidationAccuracy);
        BinaryPrimitives.WriteDoubleBigEndian(target[24..], metrics.TestAccuracy);
    }
}
