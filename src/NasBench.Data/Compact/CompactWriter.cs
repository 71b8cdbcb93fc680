using System.Runtime.InteropServices;
using System.Text;

namespace NasBench.Data;

/// <summary>Writes a data set as a compact file, section after section, and compares the result with the data set before the file takes its name.</summary>
internal sealed class CompactWriter
{
    private const int CheckInterval = 4096;
    private const int CopySize = 1 << 20;

    private readonly RunStore _store;
    private readonly CancellationToken _cancellationToken;
    private readonly SectionWriter _writer;
    private readonly int[] _epochs;
    private readonly bool[] _hasEscapes;
    private long _records;
    private long _textLength;
    private int _maxRepeats;

    private CompactWriter(RunStore store, Stream stream, CancellationToken cancellationToken)
    {
        _store = store;
        _cancellationToken = cancellationToken;
        _epochs = store.Epochs.ToArray();
        _hasEscapes = new bool[_epochs.Length];
        _writer = new SectionWriter(stream, CompactFormat.HeadLength(_epochs.Length));
    }

    /// <summary>Writes a file. The same records, provenance and source give the same bytes.</summary>
    /// <returns>Its length in bytes.</returns>
    /// <exception cref="ArgumentException">The data set holds no record, or is said to be measured though its source is not official.</exception>
    /// <exception cref="DataFormatException">The data set comes from a damaged file whose checksums were not verified. No file is left.</exception>
    /// <exception cref="InvalidDataException">What was written is not the data set: the disk, the memory or this library is at fault. No file is
    /// left.</exception>
    public static long Write(
        RunStore store, Destination destination, Provenance provenance, CompactSource? source, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        RequireWritable(store, provenance, source);
        if (destination.Stream is null)
        {
            return WriteFile(store, destination.Path, provenance, source, progress, cancellationToken);
        }

        // The comparison reads a file, and the stream receives it once it is found right.
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        TemporaryFiles.Add(path);
        try
        {
            WriteFile(store, path, provenance, source, progress, cancellationToken);
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            file.CopyTo(destination.Stream, CopySize);
            destination.Stream.Flush();
            return file.Length;
        }
        finally
        {
            File.Delete(path);
            TemporaryFiles.Remove(path);
        }
    }

    private static long WriteFile(
        RunStore store, string path, Provenance provenance, CompactSource? source, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var file = new AtomicFile(path);
        var writer = new CompactWriter(store, file.Stream, cancellationToken);
        byte[] head = new byte[CompactFormat.HeadLength(store.Epochs.Length)];
        file.Stream.Write(head);
        writer.WriteSections(progress);
        var header = new CompactHeader
        {
            Epochs = writer._epochs,
            CellCount = store.CellCount,
            MaxRepeats = writer._maxRepeats,
            RecordCount = writer._records,
            Provenance = provenance,
            Source = source,
            Sections = writer._writer.Sections,
        };
        header.Write(head);
        file.Stream.Position = 0;
        file.Stream.Write(head);
        file.Stream.Flush();
        CompactComparison.RequireSame(store, file.TemporaryPath, cancellationToken);
        progress?.Report(1);
        return file.Complete();
    }

    private static void RequireWritable(RunStore store, Provenance provenance, CompactSource? source)
    {
        if (store.RecordCount == 0)
        {
            throw new ArgumentException("A compact file holds at least one record.");
        }

        if (source is { Length: <= 0 })
        {
            throw new ArgumentException("A source has at least one byte.", nameof(source));
        }

        if (provenance == Provenance.Measured && (source?.Sha256 is not { } sha256 || OfficialFiles.GetProvenance(sha256) != Provenance.Measured))
        {
            throw new ArgumentException("Measured values come from one of the official files, which their SHA-256 tells.", nameof(provenance));
        }
    }

    private void WriteSections(IProgress<double>? progress)
    {
        int part = 0;
        ForEachEpochs(CompactSectionKind.Runs, WriteRuns, progress, ref part);
        WriteHashes();
        WriteCells();
        ForEachEpochs(CompactSectionKind.Details, WriteDetails, progress, ref part);
        ForEachEpochs(CompactSectionKind.Escapes, WriteEscapes, progress, ref part);
        WriteText();
    }

    private void ForEachEpochs(CompactSectionKind kind, Action<int> write, IProgress<double>? progress, ref int part)
    {
        for (int position = 0; position < _epochs.Length; position++)
        {
            _writer.Begin(kind, _epochs[position]);
            write(position);
            _writer.End();
            progress?.Report((double)++part / ((CompactFormat.SectionsPerEpochs * _epochs.Length) + 1));
        }
    }

    private void WriteRuns(int epochsPosition) => WriteBlocks(
        RunEntry.BlockSize,
        (piece, position) => AddRuns(piece, epochsPosition, position),
        piece =>
        {
            _records += piece.RecordCount;
            _maxRepeats = Math.Max(_maxRepeats, piece.MaxRepeats);
        });

    private void WriteDetails(int epochsPosition) => WriteBlocks(
        DetailEntry.BlockSize, (piece, position) => AddDetails(piece, epochsPosition, position), piece => _hasEscapes[epochsPosition] |= piece.HasEscapes);

    /// <summary>Writes a section that has a block for each cell. Several threads fill blocks.</summary>
    private void WriteBlocks(int size, Action<CellPiece, int> add, Action<CellPiece> count)
    {
        var pieces = new WorkRanges(_store.CellCount, CellPiece.Capacity);
        OrderedWork<CellPiece>.Run(
            pieces.Count,
            () => new CellPiece(size),
            (piece, number) =>
            {
                piece.Clear();
                Range positions = pieces[number];
                for (int position = positions.Start.Value; position < positions.End.Value; position++)
                {
                    add(piece, position);
                }
            },
            (piece, _) =>
            {
                _writer.Write(piece.Bytes);
                count(piece);
            },
            null,
            _cancellationToken);
    }

    private void ForEachCell(int epochsPosition, Action<int, int> write)
    {
        for (int position = 0; position < _store.CellCount; position++)
        {
            if (position % CheckInterval == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
            }

            write(epochsPosition, position);
        }
    }

    private void AddRuns(CellPiece piece, int epochsPosition, int position)
    {
        int index = _store.Indices[position];
        int count = _store.GetRepeatCount(index, epochsPosition);
        piece.RecordCount += count;
        piece.MaxRepeats = Math.Max(piece.MaxRepeats, count);
        Span<byte> block = piece.Add();
        for (int repeat = 0; repeat < RunEntry.Capacity; repeat++)
        {
            Span<byte> entry = block.Slice(repeat * RunEntry.Size, RunEntry.Size);
            if (repeat >= count)
            {
                RunEntry.WriteMarker(RunEntry.Missing, entry);
            }
            else if (repeat == RunEntry.Capacity - 1 && count > RunEntry.Capacity)
            {
                RunEntry.WriteMarker(RunEntry.EscapedAndMore, entry);
            }
            else
            {
                _store.TryGetRun(index, epochsPosition, repeat, out Run run);
                if (!RunEntry.TryWrite(run, entry))
                {
                    RunEntry.WriteMarker(RunEntry.Escaped, entry);
                }
            }
        }
    }

    private void WriteHashes()
    {
        ReadOnlySpan<int> indices = _store.Indices;
        var hashes = new ModuleHash[indices.Length];
        for (int position = 0; position < indices.Length; position++)
        {
            hashes[position] = _store.GetHash(indices[position]);
        }

        // Only a damaged file that was opened without a look at its checksums has other hashes, and no index can be made of hashes that are equal.
        if (!TrueHashes.AreThoseOf(indices, hashes, _cancellationToken))
        {
            throw new DataFormatException(
                null, -1, 0, FaultKind.HashMismatch, "the data hold a hash that is not that of its graph, expected data without damage");
        }

        _writer.Begin(CompactSectionKind.Hashes);
        _writer.Write(MemoryMarshal.AsBytes(hashes.AsSpan()));
        _writer.End();
        _cancellationToken.ThrowIfCancellationRequested();
        _writer.Begin(CompactSectionKind.HashIndex);
        _writer.Write(BuildHashIndex(hashes));
        _writer.End();
    }

    /// <summary>The index of the whole space is in the assembly already: the same bytes, made by the same builder from the same hashes.</summary>
    private static ReadOnlySpan<byte> BuildHashIndex(ReadOnlySpan<ModuleHash> hashes) =>
        hashes.Length == Space<Nas101>.Count ? StoredHashIndex.Of<Nas101>()!.Bytes : HashIndexBuilder.Build(hashes);

    private void WriteCells()
    {
        ReadOnlySpan<int> indices = _store.Indices;
        _writer.Begin(CompactSectionKind.Parameters);
        foreach (int index in indices)
        {
            MemoryMarshal.Write(_writer.Reserve(sizeof(int)), _store.GetTrainableParameters(index) ?? CompactFormat.AbsentParameters);
        }

        _writer.End();
        _writer.Begin(CompactSectionKind.Cells);
        if (indices.Length < Space<Nas101>.Count)
        {
            _writer.Write(MemoryMarshal.AsBytes(indices));
        }

        _writer.End();
        _writer.Begin(CompactSectionKind.NoncanonicalCells);
        for (int position = 0; position < indices.Length; position++)
        {
            Cell cell = _store.GetCell(indices[position]);
            if (cell != Space<Nas101>.CellAt(indices[position]))
            {
                NoncanonicalCell.Write(position, cell, _writer.Reserve(NoncanonicalCell.Size));
            }
        }

        _writer.End();
    }

    private void AddDetails(CellPiece piece, int epochsPosition, int position)
    {
        int index = _store.Indices[position];
        int count = _store.GetRepeatCount(index, epochsPosition);
        KeptCell kept = Kept(index);
        Span<byte> block = piece.Add();
        piece.HasEscapes |= count > RunEntry.Capacity;
        for (int repeat = 0; repeat < Math.Min(count, RunEntry.Capacity); repeat++)
        {
            RecordDetails record = _store.GetRecord(index, epochsPosition, repeat);
            if (IsEscape(record, kept, epochsPosition, repeat, count))
            {
                piece.HasEscapes = true;
            }
            else
            {
                DetailEntry.TryWrite(record.Run, block.Slice(repeat * DetailEntry.Size, DetailEntry.Size));
            }
        }
    }

    private void WriteEscapes(int epochsPosition)
    {
        if (_hasEscapes[epochsPosition])
        {
            ForEachCell(epochsPosition, WriteEscapes);
        }
    }

    private void WriteEscapes(int epochsPosition, int position)
    {
        int index = _store.Indices[position];
        int count = _store.GetRepeatCount(index, epochsPosition);
        KeptCell kept = Kept(index);
        Span<int> lengths = stackalloc int[NasRecord.EvaluationCount];
        for (int repeat = 0; repeat < count; repeat++)
        {
            RecordDetails record = _store.GetRecord(index, epochsPosition, repeat);
            if (!IsEscape(record, kept, epochsPosition, repeat, count))
            {
                continue;
            }

            long total = MeasurePaths(record.CheckpointPaths, lengths);
            long start = total == 0 ? 0 : _textLength;
            EscapeEntry.Write(EscapeEntry.Key(position, repeat), record, lengths, start, _writer.Reserve(EscapeEntry.Size));
            _textLength += total;
        }
    }

    private void WriteText()
    {
        _writer.Begin(CompactSectionKind.Text);
        for (int epochsPosition = 0; epochsPosition < _epochs.Length && _textLength > 0; epochsPosition++)
        {
            if (_hasEscapes[epochsPosition])
            {
                ForEachCell(epochsPosition, WritePaths);
            }
        }

        _writer.End();
    }

    private void WritePaths(int epochsPosition, int position)
    {
        int index = _store.Indices[position];
        int count = _store.GetRepeatCount(index, epochsPosition);
        for (int repeat = 0; repeat < count; repeat++)
        {
            if (_store.GetRecord(index, epochsPosition, repeat).CheckpointPaths is { } paths)
            {
                _writer.Write(Encoding.UTF8.GetBytes(paths.Initial ?? ""));
                _writer.Write(Encoding.UTF8.GetBytes(paths.Halfway ?? ""));
                _writer.Write(Encoding.UTF8.GetBytes(paths.Final ?? ""));
            }
        }
    }

    private static long MeasurePaths(CheckpointPaths? paths, Span<int> lengths)
    {
        lengths[0] = Measure(paths?.Initial);
        lengths[1] = Measure(paths?.Halfway);
        lengths[2] = Measure(paths?.Final);
        return Math.Max(lengths[0], 0L) + Math.Max(lengths[1], 0) + Math.Max(lengths[2], 0);
    }

    private static int Measure(string? path) => path is null ? EscapeEntry.AbsentPath : Encoding.UTF8.GetByteCount(path);

    /// <summary>What the file keeps for a whole cell.</summary>
    private KeptCell Kept(int index) => new(_store.GetCell(index), _store.GetTrainableParameters(index));

    /// <summary>Whether a record is kept whole: where the short forms do not hold it, and from the third on where there are more than three.</summary>
    private bool IsEscape(in RecordDetails record, in KeptCell kept, int epochsPosition, int repeat, int count) =>
        (count > RunEntry.Capacity && repeat >= RunEntry.Capacity - 1) || !IsCanonical(record, kept, _epochs[epochsPosition]);

    /// <summary>Whether the short forms, together with what is kept for the whole cell, hold a record exactly.</summary>
    private static bool IsCanonical(in RecordDetails record, in KeptCell kept, int epochs)
    {
        Span<byte> scratch = stackalloc byte[RunEntry.Size];
        return record.CheckpointPaths is null
            && new KeptCell(record.StoredCell, record.TrainableParameters) == kept
            && record.Run.HasCanonicalEpochs(epochs)
            && RunEntry.TryWrite(record.Run.ToRun(), scratch)
            && DetailEntry.TryWrite(record.Run, scratch);
    }
}
