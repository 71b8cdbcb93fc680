using System.Buffers.Binary;
using System.Globalization;

namespace NasBench.Data;

/// <summary>Reads a file of nasbench-rs, cell after cell, and checks each.</summary>
internal sealed class NasBenchRsReader : IDisposable
{
    private const int ReportInterval = 4096;

    /// <summary>A file of this length holds so many cells that hashing the space at once is faster.</summary>
    private const long LargeFile = 8 << 20;

    private readonly BufferedWindow _window;
    private readonly DatasetBuilder _builder;
    private long _position;
    private long _cellNumber = -1;
    private long _cellOffset;
    private long _records;

    public NasBenchRsReader(string path)
    {
        _window = new BufferedWindow(path);
        _builder = new DatasetBuilder((_window.Length / NasBenchRsFormat.RunSize) + 1);
    }

    /// <summary>Loads a file into memory, all of it checked: framing, hashes and parameter counts against the graphs.</summary>
    public static OpenedData Read(string path, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var reader = new NasBenchRsReader(path);
        return reader.ReadAll(progress, cancellationToken);
    }

    public void Dispose() => _window.Dispose();

    private OpenedData ReadAll(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> header = Take(NasBenchRsFormat.HeaderSize);
        uint count = BinaryPrimitives.ReadUInt32BigEndian(header[NasBenchRsFormat.Magic.Length..]);
        if (!header.StartsWith(NasBenchRsFormat.Magic))
        {
            throw Refuse(FaultKind.UnknownFormat, "the file does not begin as expected of a file of nasbench-rs");
        }

        if (_window.Length > LargeFile)
        {
            Space<Nas101>.PrepareHashes(null, cancellationToken);
        }

        for (_cellNumber = 0; _cellNumber < count; _cellNumber++)
        {
            _cellOffset = _position;
            ReadCell();
            if (_cellNumber % ReportInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)_position / _window.Length);
            }
        }

        if (_records == 0 || _position != _window.Length)
        {
            _cellOffset = _position;
            throw Refuse(FaultKind.BadHeader, string.Create(
                CultureInfo.InvariantCulture, $"the file has {_window.Length} bytes, expected {_position} and at least one record"));
        }

        progress?.Report(1);
        return new OpenedData(_builder.Build(), Provenance.Unknown, OpenReport.None with { RecordsRead = _records, Bytes = _window.Length });
    }

    private void ReadCell()
    {
        int vertices = Take(1)[0];
        if (vertices is < 2 or > Cell.MaxVertices)
        {
            throw Refuse(FaultKind.BadGraph, string.Create(CultureInfo.InvariantCulture, $"a cell of {vertices} vertices, expected 2 to 7"));
        }

        Span<byte> operations = stackalloc byte[Cell.MaxVertices];
        operations = operations[..vertices];
        Take(vertices).CopyTo(operations);
        ReadOnlySpan<byte> tail = Take(NasBenchRsFormat.TailSize);
        Cell cell = ReadGraph(operations, tail[0], BinaryPrimitives.ReadUInt32BigEndian(tail[1..]));
        ModuleHash hash = ModuleHash.FromBytes(tail.Slice(5, ModuleHash.Size));
        uint parameters = BinaryPrimitives.ReadUInt32BigEndian(tail[21..]);
        int budgets = tail[25];
        int index = Check(cell, hash, parameters);
        for (int i = 0; i < budgets; i++)
        {
            ReadBudget(index, hash, cell, (int)parameters);
        }
    }

    private Cell ReadGraph(ReadOnlySpan<byte> operations, int dimension, uint triangle)
    {
        int vertices = operations.Length;
        if (dimension != vertices || triangle >> (vertices * (vertices - 1) / 2) != 0)
        {
            throw Refuse(FaultKind.BadGraph, "bad adjacency matrix, expected one row a vertex");
        }

        uint adjacency = 0;
        for (int to = 1; to < vertices; to++)
        {
            for (int from = 0; from < to; from++)
            {
                adjacency |= ((triangle >> NasBenchRsFormat.Bit(from, to, vertices)) & 1) << Adjacency.Edge(from, to);
            }
        }

        Span<byte> interior = stackalloc byte[Cell.MaxVertices];
        interior = interior[..(vertices - 2)];
        for (int i = 0; i < interior.Length; i++)
        {
            int number = operations[i + 1] - 1;
            interior[i] = (uint)number < (uint)NasBenchRsFormat.Operations.Length ? NasBenchRsFormat.Operations[number] : byte.MaxValue;
        }

        bool isRight = operations[0] == NasBenchRsFormat.Input & operations[^1] == NasBenchRsFormat.Output
            & Cell.CreateRawFromMask(vertices, adjacency, interior, out Cell cell) == CellStatus.Ok;
        return isRight ? cell : throw Refuse(FaultKind.UnknownOperation, "unknown operation, expected input, then 1 to 3, then output");
    }

    private int Check(Cell cell, ModuleHash hash, uint parameters)
    {
        FaultKind fault = RecordConsistency.Locate(cell, out int index);
        if (fault != FaultKind.None)
        {
            throw Refuse(fault, RecordDecoder.DescribeGraph(cell.Validate()));
        }

        if (hash != Space<Nas101>.HashAt(index))
        {
            throw Refuse(FaultKind.HashMismatch, $"the hash is {hash}, expected that of the graph, {Space<Nas101>.HashAt(index)}");
        }

        if (parameters != CellCosts.TrainableParametersAt(index))
        {
            throw Refuse(FaultKind.ParameterMismatch, string.Create(
                CultureInfo.InvariantCulture, $"{parameters} trainable parameters, expected {CellCosts.TrainableParametersAt(index)}, those of the graph"));
        }

        return index;
    }

    private void ReadBudget(int index, ModuleHash hash, Cell cell, int parameters)
    {
        ReadOnlySpan<byte> head = Take(2);
        int epochs = head[0];
        int repeats = head[1];
        if (!_builder.Accepts(epochs))
        {
            throw Refuse(FaultKind.BadEpochs, string.Create(
                CultureInfo.InvariantCulture,
                $"bad number of epochs {epochs}, expected at least 1 and at most {RecordConsistency.MaxEpochsValues} different ones"));
        }

        for (int repeat = 0; repeat < repeats; repeat++)
        {
            ReadOnlySpan<byte> run = Take(NasBenchRsFormat.RunSize);

            // When the evaluations were made is known without the file saying so; of the one before training it holds nothing.
            var values = new Run(ReadMetrics(run), ReadMetrics(run[(NasBenchRsFormat.RunSize / 2)..]));
            RecordedRun recorded = RecordedRun.Canonical(epochs, Metrics.Absent, values, double.NaN);
            if (!ValueRanges.Hold(recorded, epochs))
            {
                throw Refuse(FaultKind.ImpossibleValue, ValueRanges.Describe(recorded, epochs));
            }

            _builder.Add(index, epochs, hash, new RecordDetails(recorded, cell, parameters, null));
            _records++;
        }
    }

    private static Metrics ReadMetrics(ReadOnlySpan<byte> source) => new(
        BinaryPrimitives.ReadDoubleBigEndian(source),
        BinaryPrimitives.ReadDoubleBigEndian(source[8..]),
        BinaryPrimitives.ReadDoubleBigEndian(source[16..]),
        BinaryPrimitives.ReadDoubleBigEndian(source[24..]));

    /// <summary>The next bytes; valid until the next call.</summary>
    private ReadOnlySpan<byte> Take(int count)
    {
        if (!_window.TryGet(_position, count, out ReadOnlySpan<byte> bytes))
        {
            throw Refuse(FaultKind.TruncatedData, string.Create(
                CultureInfo.InvariantCulture, $"the file ends after {_window.Length} bytes, expected {_position + count} or more"));
        }

        _position += count;
        return bytes;
    }

    private DataFormatException Refuse(FaultKind kind, string detail) => new(_window.Path, _cellNumber, _cellOffset, kind, detail);
}
