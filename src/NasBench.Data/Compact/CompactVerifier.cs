using System.Globalization;

namespace NasBench.Data;

/// <summary>
/// Checks all of a compact file: header, checksums, then that every entry is what a good writer would have written, and that hashes and counts are those of the
/// graphs.
/// </summary>
internal sealed unsafe class CompactVerifier
{
    private const int ReportInterval = 4096;

    private readonly FileBytes _file;
    private readonly string? _path;
    private readonly CompactStore _store;
    private readonly List<DataFormatException> _faults = [];
    private readonly int[] _escapes; // by number of epochs: escapes met so far
    private readonly int _maxFaults;
    private bool _areHashesRight;
    private long _records;
    private long _pathEnd;
    private int _maxRepeats;
    private int _noncanonicalCells;

    private CompactVerifier(FileBytes file, string? path, int maxFaults)
    {
        _file = file;
        _path = path;
        _store = new CompactStore(file, path);
        _maxFaults = maxFaults;
        _escapes = new int[_store.Epochs.Length];
    }

    private CompactHeader Header => _store.Header;

    /// <summary>Checks the bytes of a file.</summary>
    /// <returns>What is wrong, in the order of the file, at most <paramref name="maxFaults"/>, which is at least 1; damage that hides all else is listed
    /// alone.</returns>
    public static List<DataFormatException> Verify(
        FileBytes file, string? path, int maxFaults, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        CompactVerifier verifier;
        try
        {
            verifier = new CompactVerifier(file, path, maxFaults);
        }
        catch (DataFormatException fault)
        {
            return [fault];
        }

        verifier.Check(progress, cancellationToken);
        return verifier._faults;
    }

    private void Check(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        try
        {
            foreach (SectionEntry section in Header.Sections)
            {
                CheckBytes(section, cancellationToken);
            }

            if (_faults.Count == 0)
            {
                CheckContent(progress, cancellationToken);
            }
        }
        catch (DataFormatException fault)
        {
            Add(fault);
        }

        GC.KeepAlive(_file);
    }

    private void CheckBytes(in SectionEntry section, CancellationToken cancellationToken)
    {
        if (!CompactChecksums.IsRight(_file, section, cancellationToken))
        {
            Add(CompactChecksums.Wrong(section, _path));
        }
        else if (_file[section.Offset + section.Length, (int)(section.PaddedLength - section.Length)].ContainsAnyExcept((byte)0))
        {
            AddAt(section.Offset + section.Length, -1, FaultKind.BadSection, $"bytes behind the section {section.Name}, expected zeros");
        }
    }

    private void CheckContent(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ReadOnlySpan<int> indices = _store.Indices;
        _areHashesRight = TrueHashes.AreThoseOf(indices, _store.Hashes, cancellationToken);
        for (int position = 0; position < indices.Length; position++)
        {
            CheckCell(position, indices[position]);
            for (int epochs = 0; epochs < _store.Epochs.Length; epochs++)
            {
                CheckRuns(position, indices[position], epochs);
            }

            if (position % ReportInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)position / indices.Length);
            }
        }

        CheckTotals();
        progress?.Report(1);
    }

    private void CheckCell(int position, int index)
    {
        ModuleHash hash = _store.GetHash(index);
        if (!_areHashesRight && hash != Space<Nas101>.HashAt(index))
        {
            Add(
                CompactSectionKind.Hashes,
                position,
                position,
                FaultKind.HashMismatch,
                $"the hash is {hash}, expected that of the graph, {Space<Nas101>.HashAt(index)}");
        }
        else if (_store.Find(hash) != index)
        {
            Add(CompactSectionKind.HashIndex, 0, position, FaultKind.BadSection, $"the index of hashes does not lead to {hash}");
        }

        if (IsWrong(_store.GetTrainableParameters(index), index, out string detail))
        {
            Add(CompactSectionKind.Parameters, position, position, FaultKind.ParameterMismatch, detail);
        }

        _noncanonicalCells += _store.GetCell(index) == Space<Nas101>.CellAt(index) ? 0 : 1;
    }

    private void CheckRuns(int position, int index, int epochs)
    {
        int count = _store.GetRepeatCount(index, epochs);
        _records += count;
        _maxRepeats = Math.Max(_maxRepeats, count);
        CompactColumn column = _store.ColumnAt(epochs);
        for (int repeat = 0; repeat < Math.Max(count, RunEntry.Capacity); repeat++)
        {
            bool isEscape = _escapes[epochs] < column.EscapeCount
                && EscapeEntry.KeyOf(column.EscapeAt(_escapes[epochs])) == EscapeEntry.Key(position, repeat);
            if (repeat < RunEntry.Capacity)
            {
                CheckSlot(column, position, epochs, repeat, count, isEscape);
            }

            if (repeat < count)
            {
                CheckRecord(column, position, index, epochs, repeat, isEscape);
            }

            _escapes[epochs] += isEscape ? 1 : 0;
        }
    }

    /// <summary>Checks that a marker stands alone and is true, and that no detail is kept twice.</summary>
    private void CheckSlot(CompactColumn column, int position, int epochs, int repeat, int count, bool isEscape)
    {
        ushort marker = RunEntry.MarkerOf(in *column.RunAt(position, repeat));
        Span<byte> expected = stackalloc byte[RunEntry.Size];
        RunEntry.WriteMarker(marker, expected);
        bool isAlone = new ReadOnlySpan<byte>(column.RunAt(position, repeat), RunEntry.Size).SequenceEqual(expected);
        bool isRight = marker switch
        {
            RunEntry.Missing => repeat >= count && isAlone,
            RunEntry.Escaped => repeat < count && isEscape && isAlone,
            RunEntry.EscapedAndMore => repeat == RunEntry.Capacity - 1 && count > RunEntry.Capacity && isEscape && isAlone,
            _ => RunEntry.IsNumerator(marker) && repeat < count,
        };
        if (!isRight)
        {
            Add(CompactSectionKind.Runs, position, position, FaultKind.BadSection, $"bad entry of repeat {repeat}", epochs);
        }

        bool hasDetails = new ReadOnlySpan<byte>(column.DetailAt(position, repeat), DetailEntry.Size).ContainsAnyExcept((byte)0);
        if (hasDetails && (isEscape || repeat >= count))
        {
            Add(CompactSectionKind.Details, position, position, FaultKind.BadSection, $"details of repeat {repeat}, which are not here", epochs);
        }
    }

    private void CheckRecord(CompactColumn column, int position, int index, int epochs, int repeat, bool isEscape)
    {
        if (!isEscape && (repeat >= RunEntry.Capacity || !RunEntry.IsNumerator(RunEntry.MarkerOf(in *column.RunAt(position, repeat)))))
        {
            Add(
                CompactSectionKind.Escapes,
                _escapes[epochs],
                position,
                FaultKind.BadSection,
                $"the escape of repeat {repeat} is missing or out of order",
                epochs);
            return;
        }

        RecordDetails record = _store.GetRecord(index, epochs, repeat);
        if (isEscape)
        {
            CheckEscape(column.EscapeAt(_escapes[epochs]), record, position, index, epochs, repeat);
        }

        if (!ValueRanges.Hold(record.Run, _store.Epochs[epochs]))
        {
            Add(isEscape ? CompactSectionKind.Escapes : CompactSectionKind.Runs, isEscape ? _escapes[epochs] : position, position, FaultKind.ImpossibleValue,
                CompactValues.Describe(repeat, record.Run, _store.Epochs[epochs]), epochs);
        }

        if (record.StoredCell != Space<Nas101>.CellAt(index))
        {
            Add(CompactSectionKind.Runs, position, position, FaultKind.NotRepresentative,
                $"graph {record.StoredCell} is not the representative of its class, expected {Space<Nas101>.CellAt(index)}", epochs);
        }

        if (Header.Provenance == Provenance.Synthetic
            && (record.TrainableParameters is null || !SyntheticMetrics.IsSynthetic(
                SyntheticMetrics.ModelOf(index, _store.GetHash(index)), _store.Epochs[epochs], repeat, record.Run)))
        {
            Add(
                CompactSectionKind.Runs,
                position,
                position,
                FaultKind.BadSection,
                $"the file says that it is synthetic, but repeat {repeat} is not what the formula gives",
                epochs);
        }
    }

    private void CheckEscape(ReadOnlySpan<byte> entry, in RecordDetails record, int position, int index, int epochs, int repeat)
    {
        bool isInBlock = repeat < RunEntry.Capacity && _store.TryGetRun(index, epochs, repeat, out Run run) == QueryStatus.Found && run != record.Run.ToRun();
        long total = 0;
        for (int i = 0; i < NasRecord.EvaluationCount; i++)
        {
            total += Math.Max(EscapeEntry.ReadPathLength(entry, i), 0);
        }

        if (isInBlock || EscapeEntry.ReadReserved(entry) != 0 || (total == 0 && EscapeEntry.ReadPathStart(entry) != 0))
        {
            Add(CompactSectionKind.Escapes, _escapes[epochs], position, FaultKind.BadSection, $"bad escape of repeat {repeat}", epochs);
        }

        _pathEnd = Math.Max(_pathEnd, total == 0 ? 0 : EscapeEntry.ReadPathStart(entry) + total);
        if (IsWrong(record.TrainableParameters, index, out string detail))
        {
            Add(CompactSectionKind.Escapes, _escapes[epochs], position, FaultKind.ParameterMismatch, detail, epochs);
        }
    }

    /// <summary>Whether a parameter count is there and is not that of the graph.</summary>
    private static bool IsWrong(int? parameters, int index, out string detail)
    {
        int expected = TrueParameters.OfAllCells[index];
        bool isWrong = parameters is int count && count != expected;
        detail = isWrong ? string.Create(CultureInfo.InvariantCulture, $"{parameters} trainable parameters, expected {expected}, those of the graph") : "";
        return isWrong;
    }

    private void CheckTotals()
    {
        if (_records != Header.RecordCount || _maxRepeats != Header.MaxRepeats)
        {
            AddAt(CompactFormat.RecordCountOffset, -1, FaultKind.BadHeader, string.Create(
                CultureInfo.InvariantCulture,
                $"{Header.RecordCount} records and at most {Header.MaxRepeats} repeats in the header, found {_records} and {_maxRepeats}"));
        }

        SectionEntry noncanonical = Header.Find(CompactSectionKind.NoncanonicalCells);
        if (noncanonical.Length != (long)_noncanonicalCells * NoncanonicalCell.Size)
        {
            AddAt(noncanonical.Offset, -1, FaultKind.BadSection, "a graph that is listed is the representative of its class, or the list is out of order");
        }

        for (int epochs = 0; epochs < _escapes.Length; epochs++)
        {
            if (_escapes[epochs] != _store.ColumnAt(epochs).EscapeCount)
            {
                Add(CompactSectionKind.Escapes, _escapes[epochs], -1, FaultKind.BadSection, "an escape of no record, or out of order", epochs);
            }
        }

        SectionEntry text = Header.Find(CompactSectionKind.Text);
        if (text.Length != _pathEnd)
        {
            AddAt(text.Offset, -1, FaultKind.BadSection, "text that is no checkpoint path");
        }
    }

    private void Add(CompactSectionKind kind, long entry, long record, FaultKind fault, string detail, int epochsPosition = 0) =>
        AddAt(Header.Find(kind, epochsPosition).Offset + (entry * CompactFormat.EntrySizeOf(kind)), record, fault, detail);

    private void AddAt(long offset, long record, FaultKind fault, string detail) => Add(new DataFormatException(_path, record, offset, fault, detail));

    private void Add(DataFormatException fault)
    {
        if (_faults.Count < _maxFaults)
        {
            _faults.Add(fault);
        }
    }
}
