using System.Text;

namespace NasBench.Data;

/// <summary>Reads a TFRecord file into a <see cref="DatasetBuilder"/>, a chunk of records at a time: decode, check, add.</summary>
/// <remarks>
/// Decoding needs nothing but the record; checking and adding go in file order, because repeats are numbered by it. A fault is
/// reported in file order too, whichever step finds it.
/// </remarks>
internal sealed class DatasetLoader
{
    private const int ChunkSize = 512;

    /// <summary>Less than the smallest record that can be right, its frame included; bounds the number of records in a file.</summary>
    private const int MinRecordSize = 64;

    /// <summary>A file of this length holds thousands of cells even at the four numbers of epochs of the full data set.</summary>
    private const long LargeFile = 40_000_000;

    private readonly TfRecordReader _reader;
    private readonly RecordDecoder _decoder = new();
    private readonly bool _isLenient;
    private readonly CancellationToken _cancellationToken;
    private readonly DatasetBuilder _builder;
    private readonly RecordChecker _checker;
    private readonly LoadedRecord[] _chunk;
    private readonly Dictionary<FaultKind, long> _skipped = [];
    private DataFormatException? _firstFault;
    private int _chunkCount;
    private long _recordsRead;

    public DatasetLoader(TfRecordReader reader, bool isLenient, CancellationToken cancellationToken)
    {
        _reader = reader;
        _isLenient = isLenient;
        _cancellationToken = cancellationToken;
        long maxRecords = (reader.Length / MinRecordSize) + 1;
        _builder = new DatasetBuilder(maxRecords);
        _checker = new RecordChecker(_builder, ChunkSize, expectsManyCells: reader.Length >= LargeFile);
        _chunk = new LoadedRecord[Math.Min(ChunkSize, maxRecords)];
    }

    public void ReadAll(IProgress<double>? progress)
    {
        while (ReadChunk())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            progress?.Report((double)_reader.Position / _reader.Length);
        }

        progress?.Report(1);
    }

    public Dataset Finish()
    {
        ColumnStore store = _builder.Build();
        if (store.RecordCount == 0 && _firstFault is not null)
        {
            throw _firstFault;
        }

        return new Dataset(store, Provenance.Unknown, new LoadReport(_recordsRead, _reader.Length, _skipped, _firstFault));
    }

    /// <summary>Decodes and adds one chunk of records; false at the end of the file, or where reading cannot go on.</summary>
    private bool ReadChunk()
    {
        while (_chunkCount < _chunk.Length)
        {
            if (!_reader.TryRead(out ReadOnlySpan<byte> data, out FaultKind fault))
            {
                AddChunk();
                if (fault != FaultKind.None)
                {
                    _recordsRead++;
                    Refuse(_reader.CreateException(fault));
                }

                return false;
            }

            _recordsRead++;
            if (fault != FaultKind.None)
            {
                AddChunk();
                Refuse(_reader.CreateException(fault));
            }
            else if (!TryDecode(data, ref _chunk[_chunkCount], out RecordFault recordFault))
            {
                AddChunk();
                Refuse(_reader.CreateException(recordFault.Kind, recordFault.Describe()));
            }
            else
            {
                _chunkCount++;
            }
        }

        AddChunk();
        return true;
    }

    private bool TryDecode(ReadOnlySpan<byte> data, ref LoadedRecord loaded, out RecordFault fault)
    {
        if (!_decoder.TryDecode(data, out NasRecord record, out fault))
        {
            return false;
        }

        loaded.Number = _reader.RecordNumber;
        loaded.Offset = _reader.RecordOffset;
        loaded.Epochs = record.Epochs;
        loaded.Hash = record.Hash;
        loaded.Cell = record.Cell;
        loaded.TrainableParameters = record.TrainableParameters;
        loaded.Training = new Training(record.Initial, record.Halfway, record.Final, record.TotalTime);
        loaded.CheckpointPaths = record.HasCheckpointPaths
            ? new CheckpointPaths(GetPath(record, 0), GetPath(record, 1), GetPath(record, 2))
            : null;
        return true;
    }

    private static string? GetPath(in NasRecord record, int evaluation) =>
        record.TryGetCheckpointPath(evaluation, out ReadOnlySpan<byte> path) ? Encoding.UTF8.GetString(path) : null;

    /// <summary>Checks the decoded records and adds the right ones, in file order.</summary>
    private void AddChunk()
    {
        Span<LoadedRecord> chunk = _chunk.AsSpan(0, _chunkCount);
        _chunkCount = 0;
        _checker.Prepare(chunk, _cancellationToken);
        for (int i = 0; i < chunk.Length; i++)
        {
            ref readonly LoadedRecord record = ref chunk[i];
            FaultKind fault = _checker.Check(i, record, out string detail);
            if (fault == FaultKind.None)
            {
                _builder.Add(_checker.GetIndex(i), record);
            }
            else
            {
                Refuse(new DataFormatException(_reader.Path, record.Number, record.Offset, fault, detail));
            }
        }
    }

    private void Refuse(DataFormatException exception)
    {
        if (!_isLenient)
        {
            throw exception;
        }

        _firstFault ??= exception;
        _skipped[exception.Kind] = _skipped.GetValueOrDefault(exception.Kind) + 1;
    }
}
