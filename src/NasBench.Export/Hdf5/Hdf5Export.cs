using System.Reflection;
using System.Runtime.ExceptionServices;
using NasBench.Data;
using PureHDF;
using PureHDF.Selections;

namespace NasBench.Export;

/// <summary>
/// Data sets as HDF5, in the layout that ultmaster/neuralpredictor gave to NAS-Bench-101. With n cells, ordered by hash: <c>hash</c> of 32 characters,
/// <c>num_vertices</c> int8, <c>trainable_parameters</c> int32 (-1 where absent), <c>adjacency</c> int8[n,7,7] and <c>operations</c> int8[n,7] (-1 input, 0
/// conv3x3, 1 conv1x1, 2 maxpool, -2 output, 3 unknown), both zero-padded at the end, <c>metrics</c> float32[n,4,3,2,4] with axes epochs, repeat, halfway and
/// final, and time, train, validation, test; NaN where absent.
/// </summary>
/// <remarks>
/// The axis of epochs is 4, 12, 36, 108 if the data set has no others, else its own; the axis of repeats is as long as the most repeats of a cell, at least
/// three. Attributes <c>epochs</c> and <c>provenance</c> say which, and where the values come from. The evaluation before training and the total time have no
/// place in the layout.
/// </remarks>
internal static class Hdf5Export
{
    /// <summary>The most cells written at a time.</summary>
    private const int BlockSize = 4096;

    /// <summary>The most metrics written at a time, unless a single cell has more: 4 MB.</summary>
    private const int BlockValues = 1 << 20;

    /// <summary>Halfway and final, of four metrics each.</summary>
    private const int ValuesPerRepeat = 8;

    private const int HashLength = 32;
    private const int AbsentParameters = -1;

    /// <summary>Without the layout for data below 64 KB: in it, the library writes zeros for values that it is lent as memory.</summary>
    private static readonly H5WriteOptions s_options = new(DefaultStringLength: HashLength, PreferCompactDatasetLayout: false);

    private static readonly int[] s_canonicalEpochs = [4, 12, 36, 108];

    /// <summary>Writes a file.</summary>
    /// <returns>Its length in bytes.</returns>
    public static long Write(OutgoingData data, Destination destination)
    {
        using AtomicFile file = destination.Begin();
        int[] axis = EpochsAxis(data.Store);
        int repeats = Math.Max(3, data.Store.MaxRepeats);
        Columns columns = new((ulong)data.Store.CellCount, (ulong)axis.Length, (ulong)repeats);
        H5File layout = columns.CreateLayout(axis, data.ProvenanceName);
        int blockSize = (int)Math.Clamp(BlockValues / ((long)axis.Length * repeats * ValuesPerRepeat), 1, BlockSize);
        Unwrapped(() => Write(data, layout, columns, file.Stream, blockSize, () => new Block(data.Store, axis, repeats, blockSize)));
        return file.Complete();
    }

    private static void Write(OutgoingData data, H5File layout, Columns columns, Stream stream, int blockSize, Func<Block> createBlock)
    {
        using H5NativeWriter writer = layout.BeginWrite(stream, s_options);
        CellBlocks blocks = data.DivideCells(blockSize);
        int start = 0;
        data.ForEachBlock(
            blocks,
            createBlock,
            (block, number) => block.Fill(blocks[number]),
            block =>
            {
                columns.Write(writer, block, start);
                start += block.Count;
            });
    }

    /// <summary>The library writes through reflection, which wraps the exceptions.</summary>
    private static void Unwrapped(Action write)
    {
        try
        {
            write();
        }
        catch (TargetInvocationException wrapper) when (wrapper.InnerException is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private static int[] EpochsAxis(RunStore store)
    {
        foreach (int epochs in store.Epochs)
        {
            if (!s_canonicalEpochs.Contains(epochs))
            {
                return store.Epochs.ToArray();
            }
        }

        return s_canonicalEpochs;
    }

    /// <summary>The data sets of the file.</summary>
    private sealed class Columns(ulong cells, ulong epochs, ulong repeats)
    {
        private readonly H5Dataset<string[]> _hash = new([cells]);
        private readonly H5Dataset<Memory<sbyte>> _vertices = new([cells]);
        private readonly H5Dataset<Memory<int>> _parameters = new([cells]);
        private readonly H5Dataset<Memory<sbyte>> _adjacency = new([cells, Cell.MaxVertices, Cell.MaxVertices]);
        private readonly H5Dataset<Memory<sbyte>> _operations = new([cells, Cell.MaxVertices]);
        private readonly H5Dataset<Memory<float>> _metrics = new([cells, epochs, repeats, 2, 4]);

        public H5File CreateLayout(int[] axis, string provenance)
        {
            H5File file = new()
            {
                ["hash"] = _hash,
                ["num_vertices"] = _vertices,
                ["trainable_parameters"] = _parameters,
                ["adjacency"] = _adjacency,
                ["operations"] = _operations,
                ["metrics"] = _metrics,
            };
            file.Attributes["epochs"] = axis;
            file.Attributes["provenance"] = provenance;
            return file;
        }

        public void Write(H5NativeWriter writer, Block block, int start)
        {
            ulong count = (ulong)block.Count;
            writer.Write(_hash, block.Hashes[..block.Count], fileSelection: Select(start, [count]));
            writer.Write(_vertices, block.Vertices.AsMemory(0, block.Count), fileSelection: Select(start, [count]));
            writer.Write(_parameters, block.Parameters.AsMemory(0, block.Count), fileSelection: Select(start, [count]));
            writer.Write(
                _adjacency,
                block.Adjacency.AsMemory(0, block.Count * Block.MatrixSize),
                fileSelection: Select(start, [count, Cell.MaxVertices, Cell.MaxVertices]));
            writer.Write(_operations, block.Operations.AsMemory(0, block.Count * Cell.MaxVertices), fileSelection: Select(start, [count, Cell.MaxVertices]));
            writer.Write(_metrics, block.Metrics.AsMemory(0, block.Count * block.MetricsSize), fileSelection: Select(start, [count, epochs, repeats, 2, 4]));
        }

        private static HyperslabSelection Select(int start, ulong[] extent)
        {
            ulong[] starts = new ulong[extent.Length];
            starts[0] = (ulong)start;
            return new HyperslabSelection(extent.Length, starts, extent);
        }
    }

    /// <summary>Some thousand cells, turned into columns.</summary>
    private sealed class Block(RunStore store, int[] axis, int repeats, int capacity)
    {
        public const int MatrixSize = Cell.MaxVertices * Cell.MaxVertices;

        public int Count { get; private set; }

        public int MetricsSize { get; } = checked(axis.Length * repeats * ValuesPerRepeat);

        public string[] Hashes { get; } = new string[capacity];

        public sbyte[] Vertices { get; } = new sbyte[capacity];

        public int[] Parameters { get; } = new int[capacity];

        public sbyte[] Adjacency { get; } = new sbyte[capacity * MatrixSize];

        public sbyte[] Operations { get; } = new sbyte[capacity * Cell.MaxVertices];

        public float[] Metrics { get; } = new float[checked(capacity * axis.Length * repeats * ValuesPerRepeat)];

        /// <summary>Replaces the cells.</summary>
        public void Fill(CellBlock cells)
        {
            Count = 0;
            foreach (int index in cells)
            {
                Add(index);
            }
        }

        private void Add(int index)
        {
            Cell cell = store.GetCell(index);
            Hashes[Count] = store.GetHash(index).ToString();
            Vertices[Count] = (sbyte)cell.Vertices;
            Parameters[Count] = store.GetTrainableParameters(index) ?? AbsentParameters;
            AddGraph(cell, Adjacency.AsSpan(Count * MatrixSize, MatrixSize), Operations.AsSpan(Count * Cell.MaxVertices, Cell.MaxVertices));
            Span<float> metrics = Metrics.AsSpan(Count * MetricsSize, MetricsSize);
            metrics.Fill(float.NaN);
            for (int position = 0; position < axis.Length; position++)
            {
                int epochs = store.FindEpochs(axis[position]);
                int count = epochs < 0 ? 0 : store.GetRepeatCount(index, epochs);
                for (int repeat = 0; repeat < count; repeat++)
                {
                    store.TryGetRun(index, epochs, repeat, out Run run);
                    Span<float> target = metrics.Slice(((position * repeats) + repeat) * ValuesPerRepeat, ValuesPerRepeat);
                    ExportColumns.GetValues(run.Halfway, target);
                    ExportColumns.GetValues(run.Final, target[4..]);
                }
            }

            Count++;
        }

        private static void AddGraph(Cell cell, Span<sbyte> matrix, Span<sbyte> operations)
        {
            const sbyte Input = -1;
            const sbyte Output = -2;
            const sbyte Unknown = 3;
            matrix.Clear();
            operations.Clear();
            operations[0] = Input;
            operations[cell.Vertices - 1] = Output;
            for (int to = 1; to < cell.Vertices; to++)
            {
                if (to < cell.Vertices - 1)
                {
                    operations[to] = (sbyte)Math.Min(cell.GetOperation(to), Unknown);
                }

                for (int from = 0; from < to; from++)
                {
                    matrix[(from * Cell.MaxVertices) + to] = (sbyte)(cell.HasEdge(from, to) ? 1 : 0);
                }
            }
        }
    }
}
