using NasBench.Data;

namespace NasBench.Cli;

/// <summary>
/// Checks all of a TFRecord file: framing, checksums, the records' grammar, hash and parameter count against the graph, values against what can be measured,
/// and whether the graph is its class's representative. Goes on after a fault of one record's data; a fault of the framing hides where the next record begins
/// and ends the check.
/// </summary>
internal sealed class TfRecordVerifier
{
    /// <summary>Faults beyond this number are only counted.</summary>
    public const int MostFaults = 10_000;

    /// <summary>A file of this length holds so many cells that hashing the space at once is faster.</summary>
    private const long LargeFile = 32 << 20;

    private const int ReportInterval = 4096;

    private readonly RecordDecoder _decoder = new();
    private readonly RepeatCounter _repeats = new();
    private readonly HashSet<int> _epochs = [];
    private readonly List<Fault> _faults = [];
    private readonly TfRecordReader _reader;
    private long _faultCount;
    private long _records;
    private bool _allSynthetic = true;

    private TfRecordVerifier(TfRecordReader reader) => _reader = reader;

    /// <summary>Checks a file.</summary>
    /// <exception cref="DataFormatException">The file is empty.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static VerifyReport Verify(string path, IProgress<double>? progress, CancellationToken cancellation)
    {
        using TfRecordReader reader = TfRecordReader.Open(path);
        if (reader.Length > LargeFile)
        {
            // So many cells that hashing all of them at once, many side by side, is faster.
            Space<Nas101>.PrepareHashes(null, cancellation);
        }

        return new TfRecordVerifier(reader).Run(progress, cancellation);
    }

    private VerifyReport Run(IProgress<double>? progress, CancellationToken cancellation)
    {
        FaultKind fault;
        while (_reader.TryRead(out ReadOnlySpan<byte> data, out fault))
        {
            if (fault == FaultKind.None)
            {
                CheckRecord(data);
            }
            else
            {
                Add(fault, _reader.Describe(fault));
            }

            if (_records++ % ReportInterval == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report((double)_reader.Position / _reader.Length);
            }
        }

        if (fault != FaultKind.None)
        {
            _records++;
            Add(fault, $"{_reader.Describe(fault)}; checking stopped here");
        }

        Provenance provenance = _faultCount == 0 && _allSynthetic ? Provenance.Synthetic : Provenance.Unknown;
        return new VerifyReport(_records, _faultCount, _faults, _repeats.FindShortages(), _repeats.CountCells(), provenance);
    }

    private void CheckRecord(ReadOnlySpan<byte> data)
    {
        if (!_decoder.TryDecode(data, out NasRecord record, out RecordFault fault))
        {
            Add(fault.Kind, fault.Describe());
            return;
        }

        FaultKind kind = RecordConsistency.Check(record, out int index);
        if (kind == FaultKind.None && !RecordConsistency.IsRepresentative(record, index))
        {
            kind = FaultKind.NotRepresentative;
        }

        if (kind is FaultKind.None or FaultKind.NotRepresentative && !AcceptsEpochs(record.Epochs))
        {
            kind = FaultKind.BadEpochs;
        }

        if (kind != FaultKind.None)
        {
            Add(kind, RecordConsistency.Describe(kind, record, index));
        }

        if (kind is FaultKind.None or FaultKind.NotRepresentative or FaultKind.ParameterMismatch or FaultKind.ImpossibleValue)
        {
            _repeats.Add(index, record.Epochs);
            _allSynthetic = _allSynthetic && IsSynthetic(record, index);
        }
    }

    /// <summary>Whether loading would take one more record with this number of epochs.</summary>
    private bool AcceptsEpochs(int epochs) =>
        _epochs.Contains(epochs) || (_epochs.Count < RecordConsistency.MaxEpochsValues && _epochs.Add(epochs));

    private static bool IsSynthetic(in NasRecord record, int index) => SyntheticMetrics.IsSynthetic(
        SyntheticMetrics.ModelOf(index, record.Hash), record.Epochs, 0, new RecordedRun(record.Initial, record.Halfway, record.Final, record.TotalTime));

    private void Add(FaultKind kind, string message)
    {
        _faultCount++;
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new Fault(_reader.RecordNumber, _reader.RecordOffset, kind, message));
        }
    }
}
